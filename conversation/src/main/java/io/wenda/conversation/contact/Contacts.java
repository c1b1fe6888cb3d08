package io.wenda.conversation.contact;

import io.wenda.conversation.Contact;
import io.wenda.tenant.ContactId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A company's customers. */
@Component
public class Contacts {

    /** The known ones of these. */
    public Map<ContactId, Contact> byIds(Collection<ContactId> ids) {
        throw new UnsupportedOperationException();
    }
}
