package io.wenda.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Colleague;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.isolation.Introspected.Field;
import io.wenda.tenant.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each role meets each root field, as a member and as a program. What she may is written here after
 * the product's words, never read from the schema: a new root field is a failure until it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedToRolesTest extends RunningApplication {
    /** Nobody's token is needed, or anybody's of the company will do. */
    private static final Set<String> EVERYBODY =
            Set.of(
                    "signUp",
                    "startWidgetSession",
                    "viewer",
                    "node",
                    "company",
                    "members",
                    "channels",
                    "skillGroups");

    /** The contact's alone. */
    private static final Set<String> NOBODY = Set.of("rateConversation", "rateAnswer");

    /** A program acts with its key's roles, never as an agent. */
    private static final Set<String> MEMBERS_ONLY =
            Set.of("sendMessage", "setTyping", "setAvailability", "inbox", "overrideReplay");

    /** What the words of each role say; SUPERVISOR is an AGENT and an ANALYST for all. */
    private static final Map<Role, Set<String>> WORDS =
            new EnumMap<>(
                    Map.of(
                            // own conversations, the queue of own groups, their tickets; reads
                            // published knowledge and asks the bot
                            Role.AGENT,
                            words(
                                    """
                                    conversation conversations conversationUpdates inbox sendMessage
                                    requestAgent transferConversation closeConversation setAvailability
                                    setTyping
                                    ticket tickets createTicket moveTicket assignTicket
                                    knowledgeEntry knowledgeEntries knowledgeCategories askBot
                                    knowledgeCategoryTree knowledgeTags
                                    """),
                            // knowledge
                            Role.EDITOR,
                            words(
                                    """
                                    knowledgeEntry knowledgeEntries knowledgeCategories askBot
                                    createKnowledgeEntry reviseKnowledgeEntry submitKnowledgeVersion
                                    approveKnowledgeVersion rejectKnowledgeVersion
                                    submitKnowledgeVersions approveKnowledgeVersions
                                    rejectKnowledgeVersions knowledgeReviewQueue
                                    publishKnowledgeVersion rollbackKnowledgeEntry retireKnowledgeEntry
                                    fileKnowledgeEntry knowledgeDifference scheduleKnowledgeVersion
                                    unscheduleKnowledgeVersion planKnowledgeReview knowledgeCategoryTree
                                    knowledgeTags moveKnowledgeCategory
                                    answeringThresholds answeringPreview answeringWords
                                    chooseAnsweringThresholds chooseAnsweringWords
                                    knowledgeIndex rebuildKnowledgeIndex
                                    knowledgeGaps knowledgeGap knowledgeProposals
                                    draftKnowledgeGap dismissKnowledgeGap reopenKnowledgeGap
                                    acceptKnowledgeProposal dismissKnowledgeProposal
                                    fileKnowledgeEntry
                                    attachToKnowledgeEntry detachFromKnowledgeEntry
                                    importKnowledge cancelKnowledgeImport
                                    knowledgeImport knowledgeImports
                                    questionSets questionSet knowledgeTrials knowledgeTrial trialResults
                                    replayGate gateVerdict
                                    createQuestionSet renameQuestionSet addSetQuestions editSetQuestion
                                    removeSetQuestions removeQuestionSet
                                    startBatchTest startReplay stopKnowledgeTrial overrideReplay
                                    publishReplayedKnowledge
                                    intents intent testIntent createIntent updateIntent setIntentThreshold
                                    """),
                            // reports; conversations and published knowledge read-only
                            Role.ANALYST,
                            words(
                                    """
                                    report metrics conversation conversations conversationUpdates
                                    conversationsAnsweredWith
                                    knowledgeEntry knowledgeEntries knowledgeCategories
                                    knowledgeCategoryTree knowledgeTags
                                    answeringThresholds answeringPreview answeringWords
                                    knowledgeGaps knowledgeGap knowledgeProposals
                                    questionSets questionSet knowledgeTrials knowledgeTrial trialResults
                                    replayGate gateVerdict
                                    """),
                            // all but billing and owners, besides what the others have
                            Role.ADMIN,
                            words(
                                    """
                                    updateCompany inviteMember changeMemberRoles removeMember
                                    apiKeys createApiKey revokeApiKey
                                    generation testGeneration setGeneration
                                    identityKeys addIdentityKey removeIdentityKey
                                    createChannel updateChannel chooseReplayGate
                                    chooseBotProfile chooseBotWebhook rotateBotWebhookSecret
                                    removeBotWebhook
                                    createSkillGroup addSkillGroupMember removeSkillGroupMember
                                    """)));

    private final MailsWanted mails;
    private Introspected schema;
    private Documents documents;
    private World world;

    /** Somebody of the company. */
    private record Asking(Role role, boolean program, String token) {}

    private final List<Asking> callers = new ArrayList<>();

    @Autowired
    ClosedToRolesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @BeforeAll
    void oneOfEachRole() {
        world = World.of(OUTSIDE, "Roles", mails);
        schema = Introspected.of(world.company());
        documents = new Documents(schema);
        for (var role : Role.values()) {
            var member =
                    role == Role.OWNER
                            ? world.company().token()
                            : Colleague.join(world.company(), mails, role.name()).token();
            callers.add(new Asking(role, false, member));
            callers.add(new Asking(role, true, Programs.token(world.company(), role)));
        }
    }

    @Test
    void everyRootFieldIsOpenToThoseWhomTheWordsNameAndToNobodyElse() {
        for (var operation : List.of("query", "mutation")) {
            for (var field : schema.root(operation)) {
                assertThat(those(it -> !closed(operation, field, it)))
                        .as(field.name())
                        .isEqualTo(those(it -> may(it, field.name())));
            }
        }
    }

    @Test
    void everySubscriptionIsClosedToThoseWhomTheWordsDoNotName() {
        var streams = new EventStreams(OUTSIDE);
        for (var field : schema.root("subscription")) {
            var asked = documents.least("subscription", field, _ -> "nonsense");
            for (var caller : callers) {
                var may = may(caller, field.name());
                if (may && field.needsNothing()) {
                    continue; // it goes on for ever
                }
                assertThat(streams.untilTheEnd(caller.token(), asked))
                        .as("%s %s", caller, field.name())
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.at("/errors/0/extensions/code").asString())
                                        .isEqualTo(may ? "NOT_FOUND" : "FORBIDDEN"));
            }
        }
    }

    @Test
    void theWordsNameEveryRootField() {
        var named = new TreeSet<>(EVERYBODY);
        named.addAll(NOBODY);
        WORDS.values().forEach(named::addAll);

        assertThat(named)
                .isEqualTo(
                        Stream.of("query", "mutation", "subscription")
                                .flatMap(it -> schema.root(it).stream())
                                .map(Field::name)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<String> those(Predicate<Asking> who) {
        return callers.stream()
                .filter(who)
                .map(it -> (it.program() ? "program " : "member ") + it.role())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean may(Asking caller, String field) {
        if (EVERYBODY.contains(field)) {
            return true;
        }
        if (NOBODY.contains(field) || (caller.program() && MEMBERS_ONLY.contains(field))) {
            return false;
        }
        var roles =
                switch (caller.role()) {
                    case OWNER, ADMIN -> WORDS.keySet();
                    case SUPERVISOR -> Set.of(Role.AGENT, Role.ANALYST);
                    case AGENT, EDITOR, ANALYST -> Set.of(caller.role());
                };
        return roles.stream().anyMatch(it -> WORDS.getOrDefault(it, Set.of()).contains(field));
    }

    /** Refused at the door; whatever else is wrong with the question was found behind it. */
    private boolean closed(String operation, Field field, Asking caller) {
        var asked = documents.least(operation, field, _ -> "nonsense");
        var answer = OUTSIDE.ask(caller.token(), asked.text(), asked.variables());
        return answer.codes().contains("FORBIDDEN") && refusedAtTheDoor(answer, field);
    }

    private static boolean refusedAtTheDoor(Outside.Answer answer, Field field) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(it -> it.path("message").asString())
                .anyMatch(it ->
                        it.matches("the caller may not ask (Query|Mutation)." + field.name()));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }
}
