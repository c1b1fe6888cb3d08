package io.wenda.api.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigInteger;
import java.util.Locale;

/** A 64-bit integer, a JSON number on the wire. */
final class LongScalar implements Coercing<Long, Long> {
    private static final String EXPECTED = "expected a 64-bit integer";

    @Override
    public Long serialize(Object value, GraphQLContext context, Locale locale) {
        return ((Number) value).longValue();
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
        return switch (input) {
            case Integer number -> number.longValue();
            case Long number -> number;
            default -> throw new CoercingParseValueException(EXPECTED);
        };
    }

    @Override
    public Long parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof IntValue number && number.getValue().bitLength() < Long.SIZE) {
            return number.getValue().longValue();
        }
        throw new CoercingParseLiteralException(EXPECTED);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return IntValue.newIntValue(BigInteger.valueOf(((Number) input).longValue())).build();
    }
}
