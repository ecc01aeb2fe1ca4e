/** What a number says of a service: what people need, what there is, what is bought or used, what somebody wants, what is short. */
export const volumeRoles = ['need', 'supply', 'use', 'target', 'shortage'] as const
export type VolumeRole = (typeof volumeRoles)[number]
