import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Area } from './area.ts'
import { hierarchiesFrom, makesCircle } from './hierarchy.ts'

const area = (code: string): [string, Area] => [code, { code, name: `Area ${code}`, kind: 'zone', nation: 'england' }]
const under = (hierarchy: string, code: string, parent: string) => ({ hierarchy, code, parent, note: null })

test('a parent that is nobody’s child is a root, and children stand by name', () => {
  const trees = hierarchiesFrom(
    [under('zone', 'B', 'top'), under('zone', 'A', 'top'), under('zone', 'C', 'A'), under('board', 'top', 'nation')],
    new Map(['A', 'B', 'C', 'top', 'nation'].map(area)),
  )
  expect(trees.map((tree) => [tree.hierarchy, tree.roots.map((root) => root.code)])).toEqual([
    ['board', ['nation']],
    ['zone', ['top']],
  ])
  const top = trees[1]?.roots[0]
  expect(top?.children.map((child) => child.code)).toEqual(['A', 'B'])
  expect(top?.children[0]?.children.map((child) => child.code)).toEqual(['C'])
})

test('a circle is found however long the way round is', () => {
  const parents = new Map([
    ['B', 'A'],
    ['C', 'B'],
    ['D', 'C'],
  ])
  const parentOf = (code: string) => parents.get(code)
  expect(makesCircle('A', 'D', parentOf)).toBe(true)
  expect(makesCircle('A', 'A', parentOf)).toBe(true)
  expect(makesCircle('D', 'A', parentOf)).toBe(false)
})

test('memberships taken only when they make no circle show every area of them, once', () => {
  const letters = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
  fc.assert(
    fc.property(fc.array(fc.tuple(letters, letters)), (pairs) => {
      const parents = new Map<string, string>()
      for (const [code, parent] of pairs) {
        if (!parents.has(code) && !makesCircle(code, parent, (at) => parents.get(at))) parents.set(code, parent)
      }
      const all = new Set([...parents].flat())
      const [tree] = hierarchiesFrom(
        [...parents].map(([code, parent]) => under('zone', code, parent)),
        new Map([...all].map(area)),
      )
      const shown: string[] = []
      const walk = (nodes: NonNullable<typeof tree>['roots']) => {
        for (const node of nodes) {
          shown.push(node.code)
          walk(node.children)
        }
      }
      walk(tree?.roots ?? [])
      expect(shown.sort()).toEqual([...all].sort())
    }),
  )
})
