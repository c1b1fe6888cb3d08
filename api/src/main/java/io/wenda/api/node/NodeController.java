package io.wenda.api.node;

import static io.wenda.tenant.Role.ADMIN;
import static io.wenda.tenant.Role.AGENT;
import static io.wenda.tenant.Role.ANALYST;
import static io.wenda.tenant.Role.EDITOR;

import io.wenda.api.scalar.PublicIds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.TicketId;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.attachment.FileId;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.exchange.ImportId;
import io.wenda.knowledge.exchange.Imports;
import io.wenda.knowledge.exchange.UploadId;
import io.wenda.knowledge.gap.GapId;
import io.wenda.knowledge.gap.ProposalId;
import io.wenda.knowledge.trial.QuestionSetId;
import io.wenda.knowledge.trial.SetQuestionId;
import io.wenda.knowledge.trial.TrialId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Any object by its id. Each kind asks for the roles of the query that it has a name of its own in;
 * what the caller may not read is not there.
 */
@Controller
class NodeController {
    private final PublicIds ids;
    private final KnowledgeReader knowledge;
    private final Imports imports;
    private final PeopleNodes people;
    private final ServiceNodes service;

    NodeController(
            PublicIds ids,
            KnowledgeReader knowledge,
            Imports imports,
            PeopleNodes people,
            ServiceNodes service) {
        this.ids = ids;
        this.knowledge = knowledge;
        this.imports = imports;
        this.people = people;
        this.service = service;
    }

    @QueryMapping
    Optional<Object> node(@Argument String id, Caller caller) {
        return ids.any(id).filter(known -> reads(caller, known)).map(known -> find(caller, known));
    }

    private static boolean reads(Caller caller, Object id) {
        return switch (id) {
            case ProgramId _ -> any(caller, Set.of(ADMIN)) || caller instanceof Caller.Program;
            case EntryId _ -> any(caller, Set.of(EDITOR, AGENT));
            case ImportId _ -> any(caller, Set.of(EDITOR));
            case UploadId _, FileId _ -> false; // no objects of the schema by themselves
            case ConversationId _, MessageId _, ContactId _, VisitorId _ ->
                    any(caller, Set.of(AGENT, ANALYST));
            case TicketId _ -> any(caller, Set.of(AGENT));
            // no nodes: they have queries of their own
            case GapId _, ProposalId _ -> false;
            case QuestionSetId _, SetQuestionId _, TrialId _ -> false;
            default -> true;
        };
    }

    private static boolean any(Caller caller, Set<Role> roles) {
        return roles.stream().anyMatch(caller::has);
    }

    private @Nullable Object find(Caller caller, Object id) {
        return switch (id) {
            case TenantId tenant -> people.company(tenant);
            case MemberId member -> people.member(member);
            case ProgramId program -> people.program(caller, program);
            case VisitorId visitor -> people.visitor(visitor);
            case ContactId contact -> people.contact(contact);
            case ChannelId channel -> service.channel(channel);
            case SkillGroupId group -> service.group(group);
            case EntryId entry -> only(knowledge.byIds(caller, List.of(entry)));
            case ImportId begun -> only(imports.byIds(List.of(begun)));
            case ConversationId conversation -> service.conversation(caller, conversation);
            case MessageId message -> service.message(caller, message);
            case TicketId ticket -> service.ticket(caller, ticket);
            default -> throw new IllegalStateException("no node for " + id.getClass());
        };
    }

    static <T> @Nullable T only(Map<?, T> found) {
        return found.values().stream().findFirst().orElse(null);
    }
}
