package io.wenda.api.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** A scalar that travels as text. */
final class TextScalar<T> implements Coercing<T, String> {
    private final String what;
    private final Function<String, T> read;
    private final Function<Object, String> print;

    /**
     * @param what in words, for whoever sent something else
     * @param read throws CoercingParseValueException where it cannot
     */
    TextScalar(String what, Function<String, T> read, Function<Object, String> print) {
        this.what = what;
        this.read = read;
        this.print = print;
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return print.apply(value);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        return switch (input) {
            case String text -> read(text);
            case Integer number -> read(number.toString());
            default -> throw new CoercingParseValueException("expected " + what);
        };
    }

    @Override
    public T parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        try {
            return switch (input) {
                case StringValue text -> read(Objects.requireNonNull(text.getValue()));
                case IntValue number -> read(number.getValue().toString());
                default -> throw new CoercingParseLiteralException("expected " + what);
            };
        } catch (CoercingParseValueException e) {
            throw new CoercingParseLiteralException(e.getMessage(), e);
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    private T read(String text) {
        try {
            return read.apply(text);
        } catch (CoercingParseValueException e) {
            throw new CoercingParseValueException("expected " + what + ": " + e.getMessage(), e);
        }
    }
}
