package io.wenda.api.knowledge;

import io.wenda.api.token.SignedTokens;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.attachment.Attachment;
import io.wenda.knowledge.attachment.AttachmentSettings;
import io.wenda.knowledge.attachment.FileId;
import io.wenda.tenant.TenantId;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Addresses of files, signed: each for one file of one version of one company, and for a while. */
@Component
class AttachmentLinks {
    static final String PATH = "/attachments/";
    private static final String TENANT = "tenant";
    private static final String ENTRY = "entry";
    private static final String VERSION = "version";
    private static final String FILE = "file";
    private static final String PUBLISHED = "published";

    private final SignedTokens tokens;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentLinks(SignedTokens tokens, AttachmentSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file with its address. */
    record Shown(FileId id, String name, String type, int size, String url, Instant expiresAt) {}

    /**
     * What an address is good for.
     *
     * @param published only as long as the version is one that is or was published
     */
    record Link(TenantId tenant, VersionId version, FileId file, boolean published) {}

    Shown show(TenantId tenant, VersionId version, Attachment attachment, boolean published) {
        var until = clock.instant().plus(settings.linkLife());
        var token =
                tokens.sign(
                        SignedTokens.Kind.ATTACHMENT,
                        Map.of(
                                TENANT, tenant.value().toString(),
                                ENTRY, version.entry().value().toString(),
                                VERSION, version.number(),
                                FILE, attachment.file().value().toString(),
                                PUBLISHED, published),
                        until);
        return new Shown(
                attachment.file(),
                attachment.name(),
                attachment.type().mediaType(),
                (int) attachment.size(),
                PATH + token,
                until);
    }

    Optional<Link> read(String token) {
        return tokens.verify(SignedTokens.Kind.ATTACHMENT, token)
                .map(claims -> {
                    try {
                        return new Link(
                                new TenantId(UUID.fromString(claims.getStringClaim(TENANT))),
                                new VersionId(
                                        new EntryId(UUID.fromString(claims.getStringClaim(ENTRY))),
                                        claims.getIntegerClaim(VERSION)),
                                new FileId(UUID.fromString(claims.getStringClaim(FILE))),
                                claims.getBooleanClaim(PUBLISHED));
                    } catch (ParseException e) {
                        throw new IllegalStateException(e); // we signed it
                    }
                });
    }
}
