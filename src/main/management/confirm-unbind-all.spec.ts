import { describe, expect, it } from 'vitest'
import { confirmUnbindAll, useConfirmation } from './confirm-unbind-all.ts'
import type { ConfirmedUnbindAll } from './management-api.ts'

const refusal = (problem: string) => ({
  ok: false,
  error: { code: 'invalid-input', field: 'confirmation', problem },
})

function confirm(skillId = 3, queueName = 'Sales'): ConfirmedUnbindAll {
  const confirmed = confirmUnbindAll({ skillId, queueName, typedName: queueName })
  if (!confirmed.ok) throw new Error(confirmed.error.code)
  return confirmed.value
}

describe('confirmUnbindAll', () => {
  it.each([
    ['nothing', '', 'required'],
    ['blanks', '  ', 'required'],
    ['another name', 'Billing', 'does-not-match'],
    ['another case', 'sales', 'does-not-match'],
    ['the beginning', 'Sale', 'does-not-match'],
    ['more than the name', 'Sales now', 'does-not-match'],
    ['a letter that only looks the same', 'Sаles', 'does-not-match'],
  ])('refuses %s', (_what, typedName, problem) => {
    expect(confirmUnbindAll({ skillId: 3, queueName: 'Sales', typedName })).toEqual(refusal(problem))
  })

  it.each(['', '  '])('cannot be given for a queue without a name (%j)', (queueName) => {
    expect(confirmUnbindAll({ skillId: 3, queueName, typedName: queueName })).toEqual(refusal('required'))
  })

  it.each([
    ['the name', 'Sales', 'Sales'],
    ['blanks around it', 'Sales', ' Sales '],
    ['a name that ends in a blank', 'Sales ', 'Sales'],
    ['letters composed another way', 'Ventas é', 'Ventas e\u0301'],
    ['another script', '客户服务', '客户服务'],
  ])('takes %s', (_what, queueName, typedName) => {
    expect(confirmUnbindAll({ skillId: 3, queueName, typedName })).toMatchObject({
      ok: true,
      value: { skillId: 3 },
    })
  })
})

describe('useConfirmation', () => {
  it.each<[string, unknown]>([
    ['an object of the same shape', { skillId: 3 }],
    ['a copy of a real one', { ...confirm(3) }],
    ['nothing', undefined],
    ['null', null],
    ['true', true],
  ])('refuses %s', (_what, forged) => {
    expect(useConfirmation(forged as ConfirmedUnbindAll, 3)).toBe(false)
  })

  it('refuses one for another queue and leaves it for its own', () => {
    const confirmation = confirm(3)
    expect(useConfirmation(confirmation, 2)).toBe(false)
    expect(useConfirmation(confirmation, 3)).toBe(true)
  })

  it('takes one once', () => {
    const confirmation = confirm(3)
    expect(useConfirmation(confirmation, 3)).toBe(true)
    expect(useConfirmation(confirmation, 3)).toBe(false)
  })

  it('cannot be turned to another queue afterwards', () => {
    const confirmation = confirm(3) as { skillId: number }
    expect(() => {
      confirmation.skillId = 2
    }).toThrow(TypeError)
  })
})
