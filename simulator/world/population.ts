import type { Agent, Binding } from './agent.ts'
import type { Random } from './random.ts'
import type { Skill } from './skill.ts'
import { ORDINARY } from './traits.ts'

const GIVEN = [
  'Ada',
  'Bruno',
  'Chen',
  'Dalia',
  'Emeka',
  'Farah',
  'Goran',
  'Hana',
  'Iker',
  'Jun',
  'Katya',
  'Luis',
  'Mei',
  'Nadia',
  'Omar',
  'Priya',
  'Quentin',
  'Rosa',
  'Samir',
  'Tomoko',
  'Ulla',
  'Viktor',
  'Wen',
  'Yara',
] as const

const FAMILY = [
  'Alvarez',
  'Bauer',
  'Castro',
  'Dubois',
  'Eriksen',
  'Fischer',
  'Garcia',
  'Huang',
  'Ivanov',
  'Jansen',
  'Kim',
  'Lopez',
  'Moreau',
  'Nakamura',
  'Okafor',
  'Petrov',
  'Quispe',
  'Rossi',
  'Silva',
  'Tanaka',
] as const

export const FIRST_AGENT_ID = 101

/** Agents 101 to 103 are for people: the world never signs them in itself. */
const KEPT_FOR_PEOPLE = 3

const binding = (random: Random): Binding => ({ agentWeight: random.between(1, 3), skillWeight: 1 })

/** The first agent serves every named queue; the others a few, at least one. */
function bindSkills(index: number, skills: readonly Skill[], random: Random): Map<number, Binding> {
  const chosen =
    index === 0
      ? skills.slice(0, 5)
      : skills.filter(() => random.next() < Math.min(0.5, 3 / Math.max(1, skills.length)))
  const fallback = skills[index % Math.max(1, skills.length)]
  const bound = chosen.length === 0 && fallback !== undefined ? [fallback] : chosen
  return new Map(bound.map((skill) => [skill.id, binding(random)]))
}

/** Agents from 101 on, with everything that can be derived from their number (README, "World"). */
export function buildAgents(count: number, skills: readonly Skill[], random: Random): Agent[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(FIRST_AGENT_ID + index)
    return {
      id,
      name: `${random.pick(GIVEN)} ${random.pick(FAMILY)}`,
      password: `Deskside#${id}`,
      phone: `8${id}`,
      account: `agent${id}`,
      bindings: bindSkills(index, skills, random),
      traits: ORDINARY,
      statistics: null,
      presence: null,
    }
  })
}

/** Chooses the agents whom the world signs in itself so that the roster is alive. */
export function chooseColleagues(agents: readonly Agent[], wanted: number, random: Random): Agent[] {
  const candidates = agents.slice(KEPT_FOR_PEOPLE)
  const ranked = candidates.map((agent) => ({ agent, rank: random.next() }))
  ranked.sort((a, b) => a.rank - b.rank)
  return ranked.slice(0, wanted).map(({ agent }) => agent)
}

/** Two thirds of those who are not kept for people, unless told otherwise. */
export const usualColleagues = (agentCount: number): number =>
  Math.max(0, Math.round(((agentCount - KEPT_FOR_PEOPLE) * 2) / 3))

/** eSpace 7910 phones on the CC network: those of the agents 101 to 105. */
export const isLinkablePhone = (phone: string): boolean => /^810[1-5]$/.test(phone)

/** Phones of the centre: an 8 and an agent number. */
export const isPhoneInRange = (phone: string): boolean => /^8[1-9]\d{2,5}$/.test(phone)
