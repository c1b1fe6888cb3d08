package io.wenda.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What somebody makes out of a good access token who does not have the issuer's key. */
final class Forged {
    private Forged() {}

    /** Name of the trick, and the token. */
    static Map<String, String> outOf(String token, ECKey published) {
        try {
            var good = SignedJWT.parse(token);
            var claims = good.getJWTClaimsSet();
            var own = new ECKeyGenerator(Curve.P_256).keyID(published.getKeyID()).generate();
            var forged = new LinkedHashMap<String, String>();
            forged.put(
                    "no algorithm",
                    Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")
                            + "."
                            + good.getPayload().toBase64URL()
                            + ".");
            forged.put(
                    "HS256 with the public key",
                    hs256(published.toECPublicKey().getEncoded(), claims));
            forged.put("another key of the same id", es256(good.getHeader(), own, claims));
            forged.put(
                    "a key brought along",
                    es256(
                            new JWSHeader.Builder(JWSAlgorithm.ES256)
                                    .type(new JOSEObjectType("at+jwt"))
                                    .jwk(own.toPublicJWK())
                                    .build(),
                            own,
                            claims));
            var parts = token.split("\\.", -1);
            var other =
                    new JWTClaimsSet.Builder(claims)
                            .claim("company", UUID.randomUUID().toString())
                            .build();
            forged.put(
                    "another company",
                    parts[0] + "." + other.toPayload().toBase64URL() + "." + parts[2]);
            forged.put("no signature", parts[0] + "." + parts[1] + ".");
            return forged;
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String hs256(byte[] key, JWTClaimsSet claims) throws JOSEException {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String es256(JWSHeader header, ECKey key, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
