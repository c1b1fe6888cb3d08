package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.wenda.testing.SignIn;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What operators read in structured lines, and what nobody finds there. */
class LogsTest extends RunningApplication {
    private static final String PHONE = "+49 151 23456789";
    private static final String MAILED = "zdenka@quill.example";
    private static final String TEXT = "Call me at " + PHONE + " or " + MAILED;
    private static final String TRACE = UUID.randomUUID().toString().replace("-", "");

    private final Environment environment;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    LogsTest(@Autowired Environment environment) {
        this.environment = environment;
    }

    @BeforeEach
    void listen() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("logstash");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(lines);
        appender.start();
        root().addAppender(appender);
    }

    @AfterEach
    void hearNoMore() {
        root().detachAppender(appender);
        appender.stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void aFaultIsFoundByWhatItsCallerWasToldAndByItsCompany() throws Exception {
        var company = OUTSIDE.newCompany("Quillfeather " + UUID.randomUUID());

        var answer = faultOfOurs(company);

        var told = Outside.JSON.readTree(answer.body()).at("/errors/0/extensions/traceId");
        assertThat(told.asString("")).as(answer.body()).isEqualTo(TRACE);
        assertThat(read())
                .filteredOn(line -> line.path("traceId").asString("").equals(TRACE))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(uuid(line.path("tenant").asString(""))).isTrue());
    }

    @Test
    void noLineHoldsWhatPeopleAreCalledOrSaidOrShowedAsProof() throws Exception {
        var name = "Zdenka Quillfeather " + UUID.randomUUID();
        var company = OUTSIDE.newCompany("Quill & Sons " + UUID.randomUUID(), name);
        company.alsoOwns("Second " + UUID.randomUUID());
        assertThatThrownBy(() -> new SignIn(OUTSIDE).token(company.email(), "Wrong-horse-9"))
                .isInstanceOf(Throwable.class);
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        visitor.says(TEXT);
        visitor.says(TEXT);
        company.ask("{ askBot(question: \"" + TEXT + "\") { decision nonsense } }");
        company.ask("query($q: Int!) { askBot(question: $q) { decision } }", Map.of("q", TEXT));
        send(company.token(), "{\"query\": \"" + TEXT);
        company.ask(
                "mutation($e: EmailAddress!) { inviteMember(input: {email: $e, roles: [AGENT]}) { userErrors { code } } }",
                Map.of("e", MAILED));
        OUTSIDE.ask("eyJ" + company.token().substring(3) + "x", "{ __typename }", Map.of());
        faultOfOurs(company);

        var all = lines.toString(StandardCharsets.UTF_8);
        assertThat(read()).isNotEmpty();
        assertThat(all)
                .doesNotContain(
                        PHONE,
                        MAILED,
                        name,
                        "Quill & Sons",
                        company.email(),
                        company.password(),
                        "Wrong-horse-9",
                        company.token(),
                        visitor.token(),
                        visitor.visitorToken());
    }

    /** Tickets cannot be read for a moment, as after a wrong migration. */
    private HttpResponse<String> faultOfOurs(Company company) throws SQLException {
        asOwner("revoke select on ticket from wenda_app");
        try {
            return send(
                    company.token(),
                    "{\"query\": \"{ tickets(first: 1) { nodes { id subject } } }\"}");
        } finally {
            asOwner("grant select on ticket to wenda_app");
        }
    }

    private static HttpResponse<String> send(String token, String body) {
        return OUTSIDE.send(
                OUTSIDE.post(BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .build());
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                environment.getRequiredProperty("wenda.postgres.url"),
                                "wenda_owner",
                                environment.getRequiredProperty("spring.liquibase.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<JsonNode> read() {
        return lines.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Outside.JSON.readTree(line))
                .toList();
    }

    private static boolean uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
