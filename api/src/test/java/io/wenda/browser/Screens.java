package io.wenda.browser;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * The people of one test at their screens: a failure comes with what they saw, and trouble that
 * nobody expected is a failure.
 */
final class Screens implements BeforeEachCallback, InvocationInterceptor, AfterEachCallback {
    private final List<Person> people = new ArrayList<>();
    private Chromium chromium;

    /** Somebody more; her name is in messages and in the names of files. */
    Person person(String name, Look look) {
        var person = new Person(chromium.browser(), name, look);
        people.add(person);
        return person;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium =
                test.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        watch(test, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        watch(test, context);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        people.forEach(Person::leave);
        people.clear();
    }

    private void watch(Invocation<Void> test, ExtensionContext context) throws Throwable {
        try {
            test.proceed();
            people.forEach(Person::hadNoTrouble);
        } catch (Throwable failure) {
            var folder = folder(context);
            var seen = new StringBuilder(String.valueOf(failure.getMessage()));
            people.forEach(it -> seen.append(it.testimony(folder)));
            throw new AssertionError(seen.toString(), failure);
        }
    }

    private static Path folder(ExtensionContext test) {
        var method = test.getRequiredTestMethod().getName();
        var name = test.getDisplayName().replaceAll("[^\\p{L}\\p{N}]+", "-");
        return Path.of(
                        "target",
                        "browser",
                        test.getRequiredTestClass().getSimpleName(),
                        name.startsWith(method) ? method : method + name)
                .toAbsolutePath();
    }
}
