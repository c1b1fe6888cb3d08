package io.wenda.api.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Any JSON value, as it is. */
final class JsonScalar implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        return input;
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return read(input, variables);
    }

    private static @Nullable Object read(Value<?> input, CoercedVariables variables) {
        return switch (input) {
            case NullValue _ -> null;
            case StringValue text -> text.getValue();
            case BooleanValue truth -> truth.isValue();
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case ArrayValue list ->
                    list.getValues().stream().map(item -> read(item, variables)).toList();
            case ObjectValue object -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                object.getObjectFields()
                        .forEach(it -> fields.put(it.getName(), read(it.getValue(), variables)));
                yield fields;
            }
            case VariableReference variable -> variables.get(variable.getName());
            case EnumValue name ->
                    throw new CoercingParseLiteralException(
                            "expected JSON, where is no bare word " + name.getName());
            default -> throw new CoercingParseLiteralException("expected JSON");
        };
    }
}
