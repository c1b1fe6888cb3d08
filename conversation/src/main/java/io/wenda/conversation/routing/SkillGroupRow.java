package io.wenda.conversation.routing;

import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "skill_group")
@NullUnmarked
class SkillGroupRow {
    @Id UUID id;

    @TenantId
    @Column(name = "tenant_id")
    UUID tenantId;

    String name;
    boolean general;

    @Column(name = "created_at")
    Instant createdAt;

    SkillGroup group() {
        return new SkillGroup(new SkillGroupId(id), name);
    }
}
