import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  about,
  hoursWords,
  longDate,
  monthAndYear,
  number,
  percent,
  pounds,
  poundsShort,
  signed,
  signedPercent,
} from './format.ts'

test('numbers have separators and a true minus', () => {
  expect(number(1_410_720)).toBe('1,410,720')
  expect(number(-1780)).toBe('−1,780')
  expect(number(0)).toBe('0')
  expect(number(-0)).toBe('0')
  expect(number(2.46)).toBe('2.46')
  expect(number(2, 1)).toBe('2.0')
})

test('a number that rounds to nothing has no minus', () => {
  expect(number(-0.001)).toBe('0')
  expect(number(-0.4, 0)).toBe('0')
})

test('per cent and differences', () => {
  expect(percent(36.2)).toBe('36%')
  expect(percent(12.34, 1)).toBe('12.3%')
  expect(signedPercent(-24)).toBe('−24%')
  expect(signedPercent(2)).toBe('+2%')
  expect(signed(0)).toBe('0')
  expect(signed(-0.2)).toBe('0')
  expect(signed(1780)).toBe('+1,780')
})

test('minutes are hours and minutes', () => {
  expect([0, 1, 45, 60, 61, 315, 120_000].map(hoursWords)).toEqual([
    '0 minutes',
    '1 minute',
    '45 minutes',
    '1 hour',
    '1 hour 1 minute',
    '5 hours 15 minutes',
    '2,000 hours',
  ])
})

test('money in tables is exact', () => {
  expect(pounds(4_410_842_000)).toBe('£44,108,420')
  expect(pounds(1575)).toBe('£15.75')
  expect(pounds(1570)).toBe('£15.70')
  expect(pounds(-5)).toBe('−£0.05')
  expect(pounds(0)).toBe('£0')
})

test('money in prose is short', () => {
  expect(poundsShort(4_410_842_000)).toBe('£44.1 million')
  expect(poundsShort(77_000_000)).toBe('£770,000')
  expect(poundsShort(51_200_000)).toBe('£512,000')
  expect(poundsShort(660_000_000)).toBe('£6.6 million')
  expect(poundsShort(99_999_900)).toBe('£1 million')
  expect(poundsShort(99_949_900)).toBe('£999,000')
  expect(poundsShort(123_400_000_000)).toBe('£1.23 billion')
  expect(poundsShort(-1250)).toBe('−£13')
  expect(poundsShort(-20)).toBe('£0')
})

test('money keeps every penny when read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (pence) => {
      const back = Number(pounds(pence).replaceAll(/[£,]/g, '').replace('−', '-'))
      return Math.round(back * 100) === pence
    }),
  )
})

test('prose says "about" only where it rounded', () => {
  expect(about(14_485)).toBe('about 14,500')
  expect(about(2238)).toBe('about 2,240')
  expect(about(872)).toBe('about 870')
  expect(about(45)).toBe('45')
  expect(about(14_500)).toBe('14,500')
  expect(about(-14_485)).toBe('about −14,500')
  expect(about(45.4)).toBe('about 45')
})

test('about is never more than five per cent away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (value) => {
      const shown = Number(about(value).replaceAll(/[^\d]/g, ''))
      return Math.abs(shown - value) <= value * 0.05
    }),
  )
})

test('dates are written out', () => {
  expect(longDate('2026-11-24')).toBe('24 November 2026')
  expect(longDate('2020-02-29')).toBe('29 February 2020')
  expect(() => longDate('2021-02-29')).toThrow('Not a calendar date')
  expect(() => longDate('24/11/2026')).toThrow(RangeError)
})

test('a month is written with its name, and what is no month is refused', () => {
  expect(monthAndYear('2016-07')).toBe('July 2016')
  expect(() => monthAndYear('2016-13')).toThrow('Not a month')
})
