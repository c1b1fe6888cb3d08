package io.wenda.conversation.channel;

import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "channel")
@NullUnmarked
class ChannelRow {
    @Id UUID id;

    @TenantId
    @Column(name = "tenant_id")
    UUID tenantId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ChannelType type;

    String name;
    boolean enabled;

    @Column(name = "group_id")
    UUID groupId;

    @Column(name = "public_key")
    String publicKey;

    @Column(name = "allowed_origins", columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> allowedOrigins;

    @Column(name = "bot_enabled")
    boolean botEnabled;

    String greeting;

    @Column(name = "created_at")
    Instant createdAt;

    Channel channel() {
        return new Channel(
                new ChannelId(id),
                type,
                name,
                enabled,
                new SkillGroupId(groupId),
                publicKey,
                allowedOrigins,
                botEnabled,
                greeting);
    }
}
