package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.knowledge.flow.Flow;
import io.wenda.knowledge.flow.Slot;
import io.wenda.knowledge.flow.Step;
import io.wenda.knowledge.intent.Intent;
import io.wenda.knowledge.intent.IntentReader;
import io.wenda.knowledge.intent.IntentTraining;
import io.wenda.knowledge.intent.IntentWanted;
import io.wenda.knowledge.intent.Intents;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Writes what customers want done. */
@Controller
class IntentController {
    private final Intents intents;
    private final IntentReader reader;
    private final SkillGroups groups;
    private final Members members;
    private final Once once;

    IntentController(
            Intents intents, IntentReader reader, SkillGroups groups, Members members, Once once) {
        this.intents = intents;
        this.reader = reader;
        this.groups = groups;
        this.members = members;
        this.once = once;
    }

    record CreateIntentInput(
            String name,
            List<String> examples,
            SkillGroupId skillGroupId,
            List<Slot> slots,
            List<Step> steps) {
        IntentWanted wanted() {
            return new IntentWanted(
                    name, true, examples, skillGroupId.value(), new Flow(slots, steps));
        }
    }

    record UpdateIntentInput(
            String name,
            int version,
            List<String> examples,
            SkillGroupId skillGroupId,
            boolean enabled,
            List<Slot> slots,
            List<Step> steps) {
        IntentWanted wanted() {
            return new IntentWanted(
                    name, enabled, examples, skillGroupId.value(), new Flow(slots, steps));
        }
    }

    record IntentPayload(Intent intent) {}

    @MutationMapping
    IntentPayload createIntent(
            @Argument CreateIntentInput input, Caller caller, DataFetchingEnvironment field) {
        return written(
                field,
                input.name(),
                () -> {
                    requireGroup(input.skillGroupId());
                    return intents.create(caller, input.wanted());
                });
    }

    @MutationMapping
    IntentPayload updateIntent(
            @Argument UpdateIntentInput input, Caller caller, DataFetchingEnvironment field) {
        return written(
                field,
                input.name(),
                () -> {
                    requireGroup(input.skillGroupId());
                    return intents.update(caller, input.wanted(), input.version());
                });
    }

    private IntentPayload written(
            DataFetchingEnvironment field, String name, Supplier<Intent> act) {
        return once.of(
                field,
                () -> new IntentPayload(act.get()),
                _ -> List.<UUID>of(),
                _ ->
                        reader.named(name)
                                .map(IntentPayload::new)
                                .orElseThrow(() -> new Refusal.NotFound("intent", "name")));
    }

    private void requireGroup(SkillGroupId id) {
        if (!groups.byIds(List.of(id)).containsKey(id)) {
            throw new Refusal.NotFound("skill group", "skillGroupId");
        }
    }

    @BatchMapping(typeName = "Intent")
    Map<Intent, SkillGroup> skillGroup(List<Intent> of) {
        return Batch.of(of, intent -> new SkillGroupId(intent.group()), groups::byIds);
    }

    @BatchMapping(typeName = "Intent", field = "changedBy")
    Map<Intent, Member> intentChangedBy(List<Intent> of) {
        return Batch.of(of, intent -> member(intent.changedBy()), members::byIds);
    }

    @BatchMapping(typeName = "IntentTraining", field = "changedBy")
    Map<IntentTraining, Member> trainingChangedBy(List<IntentTraining> of) {
        return Batch.of(of, training -> member(training.changedBy()), members::byIds);
    }

    private static @Nullable MemberId member(String key) {
        return Caller.memberOf(key).orElse(null);
    }
}
