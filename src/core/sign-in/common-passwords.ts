/** What passwords are most often made of; with figures and signs around them, and repeated, they are as easy to guess. */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwort passphrase passcode letmein welcome qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm
  zxcvbnm azerty iloveyou sunshine princess football baseball liverpool liverpoolfc manchester manchesterunited chelsea
  chelseafc arsenal arsenalfc celtic celticfc rangers rangersfc scotland edinburgh glasgow england london dragon monkey
  master superman batman starwars pokemon michael jordan jennifer jessica ashley charlie thomas daniel andrew summer
  winter spring autumn january february march april june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday changeme changemenow secret topsecret default administrator admin login
  trustno iloveyouforever whatever computer internet freedom hello helloworld helloworld hellothere abc abcdef abcdefg
  abcdefgh abcdefghijkl abcdefghijklm abcdefghijklmnop correcthorsebatterystaple mercat council healthcare socialcare
  partnership test testing testtest temporary temppassword mypassword newpassword yourpassword thisismypassword
  nopassword ihatepasswords letmeinplease welcomehome welcomeback password1q2w3e4r q1w2e3r4t5y6 1q2w3e4r5t6y
  1qaz2wsx3edc qazwsxedcrfv zaq12wsx passwordpassword`
    .split(/\s+/)
    .filter(Boolean),
)
