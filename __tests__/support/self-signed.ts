import { generateKeyPairSync, sign } from 'node:crypto';

/** A private key and its self-signed certificate for 127.0.0.1, both in PEM. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

/**
 * Generates both, so that the repository contains no key. Valid from 2020 to 2049 (X.509 v3, RFC 5280; ECDSA
 * with SHA-256).
 */
export function selfSigned(): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const name = sequence(
    tagged(0x31, sequence(objectId(0x55, 0x04, 0x03), tagged(0x0c, Buffer.from('127.0.0.1')))),
  );
  const validity = sequence(
    ...['200101000000Z', '491231235959Z'].map((time) => tagged(0x17, Buffer.from(time))),
  );
  const address = sequence(tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const alternativeName = sequence(objectId(0x55, 0x1d, 0x11), tagged(0x04, address));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeName)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const certificate = sequence(body, ecdsaWithSha256, tagged(0x03, signature)).toString('base64');
  const lines = certificate.match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
}

/** A value in DER: tag, length, content. */
function tagged(tag: number, ...values: readonly Buffer[]): Buffer {
  const value = Buffer.concat(values);
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function sequence(...values: readonly Buffer[]): Buffer {
  return tagged(0x30, ...values);
}

function objectId(...bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}
