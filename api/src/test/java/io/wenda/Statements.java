package io.wenda;

import com.zaxxer.hikari.HikariDataSource;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down every SQL statement that is sent for a company. */
public class Statements implements BeanPostProcessor {
    private static final Map<TenantId, List<String>> SENT = new ConcurrentHashMap<>();

    /** Those sent for the company since the last call. */
    static List<String> sentFor(TenantId tenant) {
        var sent = SENT.remove(tenant);
        return sent == null ? List.of() : sent;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            var plain = new PGSimpleDataSource();
            plain.setURL(pool.getJdbcUrl());
            pool.setDataSource(listening(DataSource.class, plain, null));
        }
        return bean;
    }

    @SuppressWarnings("unchecked")
    private static <T> T listening(Class<T> type, T target, @Nullable String sql) {
        return (T)
                Proxy.newProxyInstance(
                        Statements.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            var given = arguments == null ? new Object[0] : arguments;
                            if (method.getName().startsWith("execute")) {
                                note(sql == null ? String.valueOf(given[0]) : sql);
                            }
                            try {
                                var result = method.invoke(target, given);
                                var text =
                                        given.length > 0 && given[0] instanceof String it
                                                ? it
                                                : null;
                                return switch (result) {
                                    case Connection it -> listening(Connection.class, it, null);
                                    case CallableStatement it -> it;
                                    case PreparedStatement it ->
                                            listening(PreparedStatement.class, it, text);
                                    case Statement it -> listening(Statement.class, it, null);
                                    case null, default -> result;
                                };
                            } catch (InvocationTargetException e) {
                                throw e.getCause() instanceof SQLException failed ? failed : e;
                            }
                        });
    }

    private static void note(String sql) {
        CurrentTenant.find()
                .ifPresent(tenant ->
                        SENT.computeIfAbsent(tenant, _ -> new CopyOnWriteArrayList<>()).add(sql));
    }
}
