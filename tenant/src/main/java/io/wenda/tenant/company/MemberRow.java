package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A member as she is stored. */
@Entity(name = "MemberRow")
@Table(name = "member")
@NullUnmarked
class MemberRow {
    @Id UUID id;
    @TenantId UUID tenantId;
    String name;
    String email;
    String emailKey;
    @Nullable String passwordHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] roles;

    @Enumerated(EnumType.STRING)
    MemberState state;

    Instant createdAt;

    static MemberRow of(
            String name, String address, Set<Role> roles, MemberState state, Instant at) {
        var row = new MemberRow();
        row.id = NewId.next();
        row.name = name;
        row.email = address;
        row.emailKey = CompanyFields.addressKey(address);
        row.state = state;
        row.createdAt = at;
        row.grant(roles);
        return row;
    }

    MemberId memberId() {
        return new MemberId(id);
    }

    void grant(Set<Role> wanted) {
        roles = RoleNames.of(wanted);
    }

    Member toMember() {
        return new Member(memberId(), name, email, RoleNames.toRoles(roles), state);
    }
}
