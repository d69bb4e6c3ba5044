import { createTransport } from 'nodemailer'

/** Minutes for which a sign-in link can be used. */
export const LINK_MINUTES = 10

/** What sends sign-in links: an SMTP server that is given ten seconds to answer. */
export function openMailbox({ smtpUrl, from }: { smtpUrl: string; from: string }) {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    /** Rejects when the server does not take it. */
    async sendSignInLink(to: string, address: string, site: string): Promise<void> {
      await transport.sendMail({ from, to, ...signInMail(address, site) })
    },
    close: () => transport.close(),
  }
}

/** Plain text: nothing to load, nothing hidden under another text, and programs that read aloud read all of it. */
const signInMail = (address: string, site: string) => ({
  subject: 'Votre lien de connexion à Maillage',
  text: `Bonjour,

Voici votre lien pour vous connecter à Maillage (${site}) :

${address}

Il fonctionne une seule fois, pendant ${LINK_MINUTES} minutes, et seulement dans le navigateur où vous l’avez demandé : \
si une autre fenêtre s’ouvre, copiez-le dans ce navigateur-là.

Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut entrer. Ne le transmettez à personne, même à \
quelqu’un qui dirait administrer Maillage. Si vous recevez plusieurs fois ce message, prévenez la personne qui \
administre Maillage dans votre structure.

Ce message est envoyé automatiquement ; il ne sert à rien d’y répondre.
`,
  // Answering machines must not answer.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})
