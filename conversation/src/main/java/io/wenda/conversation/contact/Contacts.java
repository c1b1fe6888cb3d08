package io.wenda.conversation.contact;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.Contact;
import io.wenda.conversation.ledger.Columns;
import io.wenda.tenant.ContactId;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A company's customers. */
@Component
public class Contacts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Contacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The known ones of these. */
    @Transactional(readOnly = true)
    public Map<ContactId, Contact> byIds(Collection<ContactId> ids) {
        return jdbc
                .sql("select * from contact where id = any(:ids)")
                .param("ids", ids.stream().map(ContactId::value).toArray(UUID[]::new))
                .query((row, _) -> contact(row))
                .list()
                .stream()
                .collect(toMap(Contact::id, it -> it));
    }

    private Contact contact(ResultSet result) {
        var row = new Columns(result);
        return new Contact(
                new ContactId(row.uuid("id")),
                row.maybeText("name").orElse(null),
                row.maybeText("email").orElse(null),
                row.maybeText("phone").orElse(null),
                json.readValue(row.text("attributes"), new TypeReference<Map<String, Object>>() {}),
                row.time("created_at"));
    }
}
