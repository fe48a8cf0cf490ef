// A county's identity service: the certified OpenID Connect provider of npm, with its own sign-in page. Prints its address once it listens.
// identity.mjs ADDRESS-OF-THE-SERVER
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [server] = process.argv.slice(2);

// Who signs in as NAME-ROLE has that role at the county.
const account = (id) => ({ sub: id, name: `县里的${id.split('-', 1)[0]}`, preferred_username: id, roles: [id.slice(id.indexOf('-') + 1)] });

const http = createServer();
http.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${http.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'legal-service',
      client_secret: 'secret-of-the-county-0123456789',
      redirect_uris: [new URL('staff/sign-in/county/callback', server).href],
    }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => account(id) }),
    cookies: { keys: ['a key of the test'] },
  });
  http.on('request', provider.callback());
  console.log(issuer);
});
