package io.wenda.conversation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Notes the statements that the current thread, or a lane for it, runs as wenda_app. */
@Component
public class Statements implements BeanPostProcessor {
    private static final Queue<Run> RUN = new ConcurrentLinkedQueue<>();

    private record Run(Thread by, String sql) {
        boolean counts(Thread thread) {
            return by.equals(thread) || by.getName().startsWith("lane-");
        }
    }

    /** Runs the work and tells its statements, the one that binds the tenant left out. */
    public static List<String> of(Runnable work) {
        RUN.clear();
        work.run();
        return RUN.stream()
                .filter(run -> run.counts(Thread.currentThread()))
                .map(Run::sql)
                .filter(sql -> !sql.contains("set_config"))
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && name.equals("database")
                ? new Noting(database)
                : bean;
    }

    private static final class Noting extends DelegatingDataSource {
        Noting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Noting.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) -> {
                                var result = call(connection, method, arguments);
                                return result instanceof PreparedStatement statement
                                        ? noting(statement, (String) arguments[0])
                                        : result;
                            });
        }

        private static PreparedStatement noting(PreparedStatement statement, String sql) {
            return (PreparedStatement)
                    Proxy.newProxyInstance(
                            Noting.class.getClassLoader(),
                            new Class<?>[] {PreparedStatement.class},
                            (_, method, arguments) -> {
                                if (method.getName().startsWith("execute")) {
                                    RUN.add(new Run(Thread.currentThread(), sql));
                                }
                                return call(statement, method, arguments);
                            });
        }

        private static Object call(
                Object target, java.lang.reflect.Method method, Object[] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
