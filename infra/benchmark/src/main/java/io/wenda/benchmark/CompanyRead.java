package io.wenda.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** What a read from PostgreSQL costs beside a request that reads nothing. */
final class CompanyRead {
    private static final int CALLERS = 50;

    private CompanyRead() {}

    static List<Figure> figures(Stage stage, Options options) {
        var application = stage.product().application();
        var owner = Company.signUp(stage.product().api()).owner();
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                length -> run(application, owner, "{ __typename }", length),
                                length ->
                                        run(application, owner, "{ company { id name } }", length));
        return List.of(
                Rounds.median("company-read", "requests/s", turns, Load::perSecond),
                Rounds.median("company-read-cpu", "us CPU/request", turns, Load::cpuMicros));
    }

    private static Load run(
            Application application, Map<String, String> headers, String query, Duration length) {
        var body =
                JsonMapper.shared()
                        .writeValueAsString(Map.of("query", query))
                        .getBytes(StandardCharsets.UTF_8);
        Supplier<ClosedLoop.Caller> caller = () -> caller(application, headers, body);
        return ClosedLoop.run(
                application::cpuSeconds, Collections.nCopies(CALLERS, caller), length);
    }

    private static ClosedLoop.Caller caller(
            Application application, Map<String, String> headers, byte[] body) {
        var line = new Line(application.port(), headers);
        return new ClosedLoop.Caller() {
            @Override
            public void ask() {
                var answer = line.ask(body);
                if (answer.contains("\"errors\"")) {
                    throw new IllegalStateException(answer);
                }
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
