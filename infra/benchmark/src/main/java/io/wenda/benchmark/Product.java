package io.wenda.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The application as it ships, with its rate limits lifted. */
final class Product implements Side, AutoCloseable {
    private static final String FREE = "1000000";
    private static final String WATCH =
            """
            subscription($c: ID!) {
              conversationUpdates(conversationId: $c) { ... on Message { id seq sender clientMessageId text } }
            }
            """;
    private static final String TENANTS = "select distinct tenant_id from conversation";
    private static final String NEWEST_TENANTS =
            "select tenant_id from outbox group by tenant_id order by max(id) desc";

    /** Lets a connection see one company's rows. */
    static final String BIND = "select set_config('wenda.tenant_id', ?, false)";

    private static final String IDS =
            "select client_message_id from message where client_message_id ~ '^.{36}-\\d+$'";

    private final Application application;
    private final Map<String, String> engines;
    private final Map<String, Company> agents = new HashMap<>();

    private Product(Application application, Map<String, String> engines) {
        this.application = application;
        this.engines = engines;
    }

    /** With engines of its own in the folder. */
    static Product onItsOwn(Path folder) throws IOException, InterruptedException {
        return start(Map.of(), folder);
    }

    static Product start(Map<String, String> engines, Path folder)
            throws IOException, InterruptedException {
        var jar = Path.of(Objects.requireNonNull(System.getenv("WENDA_APPLICATION")));
        var command = new ArrayList<String>();
        var cache = jar.resolveSibling("start.aot");
        if (cache.toFile().exists()) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable"));
        }
        command.addAll(List.of("-jar", jar.toString()));
        var environment = environment(engines);
        environment.put("WENDA_DATA", folder.resolve("data").toString());
        environment.put("WENDA_DEMO_ENABLED", "false");
        for (var limit :
                List.of(
                        "SIGNUPSANHOUR",
                        "SIGNUPBURST",
                        "SIGNINSAMINUTE",
                        "SESSIONSAMINUTE",
                        "VISITOROPERATIONBURST",
                        "VISITOROPERATIONSASECOND",
                        "COMPANYOPERATIONBURST",
                        "COMPANYOPERATIONSASECOND",
                        "VISITORMESSAGEBURST",
                        "VISITORMESSAGESASECOND")) {
            environment.put("WENDA_LIMITS_" + limit, FREE);
        }
        var log = folder.resolve("product.log");
        var application = Application.start(command, environment, "/readyz", log);
        return new Product(application, engines);
    }

    /** As Spring's relaxed binding reads them. */
    private static Map<String, String> environment(Map<String, String> properties) {
        var environment = new HashMap<String, String>();
        properties.forEach((name, value) ->
                environment.put(
                        name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }

    @Override
    public String name() {
        return "product";
    }

    @Override
    public Application application() {
        return application;
    }

    Api api() {
        return new Api("http://localhost:" + application.port());
    }

    /** One company for each hundred: no agent has more. */
    @Override
    public List<Visitor> visitors(int count) {
        var visitors = new ArrayList<Visitor>();
        while (visitors.size() < count) {
            var some = Math.min(count - visitors.size(), Company.MOST_CONVERSATIONS);
            visitors.addAll(visitors(Company.signUp(api()), some));
        }
        return visitors;
    }

    /** The company's first visitors, all with its agent. */
    List<Visitor> visitors(Company company, int count) {
        var channel = company.channel(false);
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < count; i++) {
            var visitor = company.visitor(application.port(), channel, Visitor.TEXT);
            agents.put(visitor.conversation(), company);
            visitors.add(visitor);
        }
        company.awaitActive(count);
        return visitors;
    }

    @Override
    public Socket watch(Visitor visitor, Socket.Heard heard) {
        var agent = Objects.requireNonNull(agents.get(visitor.conversation()));
        return watch(agent.owner(), visitor, heard);
    }

    @Override
    public Socket attend(Visitor visitor, Socket.Heard heard) {
        return watch(visitor.headers(), visitor, heard);
    }

    private Socket watch(Map<String, String> headers, Visitor visitor, Socket.Heard heard) {
        var variables = Map.of("c", visitor.conversation());
        return Socket.open(application.port(), headers, WATCH, variables, heard);
    }

    @Override
    public int lost(List<Visitor> visitors) {
        var stored = new Stored();
        try (var system = connect("system");
                var app = connect("app");
                var tenant = app.prepareStatement(BIND);
                var tenants = system.createStatement().executeQuery(TENANTS)) {
            while (tenants.next()) {
                tenant.setString(1, tenants.getObject(1, UUID.class).toString());
                tenant.execute();
                try (var ids = app.prepareStatement(IDS)) {
                    stored.read(app, ids);
                }
            }
            return stored.lost(visitors);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under which a company's rows stand; its public id does not tell. */
    UUID tenantOf(Company company) {
        var slug = company.ask("{ company { slug } }", Map.of()).path("slug").asString();
        try (var system = connect("system");
                var app = connect("app");
                var bind = app.prepareStatement(BIND);
                var slugs = app.prepareStatement("select slug from company");
                var tenants = system.createStatement().executeQuery(NEWEST_TENANTS)) {
            while (tenants.next()) {
                bind.setString(1, tenants.getString(1));
                bind.execute();
                try (var row = slugs.executeQuery()) {
                    if (row.next() && row.getString(1).equals(slug)) {
                        return tenants.getObject(1, UUID.class);
                    }
                }
            }
            throw new IllegalStateException("no company of the database has the slug " + slug);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the role of that name, for what has no way through the API. */
    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                Bare.url(engines),
                "wenda_" + role,
                engines.get("wenda.postgres." + role + "-password"));
    }

    @Override
    public void close() {
        application.close();
    }
}
