/** The headers by which a kept file is sent: never shown as a page of ours, whatever it is. */
export const attachment = ({ name, mediaType }: { readonly name: string; readonly mediaType: string }) => ({
  'Content-Type': mediaType,
  'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w. -]/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
})
