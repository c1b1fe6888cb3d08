package io.wenda.api.graphql;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.wenda.api.page.Connections;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation may cost, from its text alone: every field counts one, once for each item of
 * the lists around it. A fragment is counted once and remembered, so that fragments within
 * fragments do not make the counting itself dear.
 */
final class Cost {
    /** Items of a list that has no page arguments, such as a conversation's handovers. */
    private static final int SHORT_LIST = 5;

    private static final Set<String> IN_CONNECTION = Set.of("edges", "nodes");
    private static final Size NOTHING = new Size(0, 0);

    /** Fields counted with their lists, and fields nested in one another. */
    record Size(long complexity, int depth) {
        Size plus(Size other) {
            return new Size(
                    Math.min(Integer.MAX_VALUE, complexity + other.complexity),
                    Math.max(depth, other.depth));
        }

        Size under(long items) {
            return new Size(Math.min(Integer.MAX_VALUE, 1 + items * complexity), depth + 1);
        }
    }

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<String, Size> known = new HashMap<>();

    Cost(
            GraphQLSchema schema,
            Map<String, FragmentDefinition> fragments,
            Map<String, Object> variables) {
        this.schema = schema;
        this.fragments = fragments;
        this.variables = variables;
    }

    Size of(@Nullable SelectionSet selections, GraphQLCompositeType type) {
        var size = NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.plus(of(selection, type));
            }
        }
        return size;
    }

    private Size of(Selection<?> selection, GraphQLCompositeType type) {
        return switch (selection) {
            case Field field -> ofField(field, type);
            case InlineFragment fragment -> {
                var condition = fragment.getTypeCondition();
                yield of(
                        fragment.getSelectionSet(),
                        condition == null ? type : composite(condition.getName()));
            }
            case FragmentSpread spread -> ofFragment(spread.getName());
            default -> throw new IllegalStateException("unknown selection " + selection);
        };
    }

    private Size ofFragment(String name) {
        var earlier = known.get(name);
        if (earlier != null) {
            return earlier;
        }
        var fragment = Objects.requireNonNull(fragments.get(name));
        var size = of(fragment.getSelectionSet(), composite(fragment.getTypeCondition().getName()));
        known.put(name, size);
        return size;
    }

    private Size ofField(Field field, GraphQLCompositeType parent) {
        if (field.getName().startsWith("__")) {
            return NOTHING; // introspection has guards of its own
        }
        var definition = Introspection.getFieldDef(schema, parent, field.getName());
        var type = GraphQLTypeUtil.unwrapAll(definition.getType());
        var inside =
                type instanceof GraphQLCompositeType composite
                        ? of(field.getSelectionSet(), composite)
                        : NOTHING;
        return inside.under(items(field, definition));
    }

    private long items(Field field, GraphQLFieldDefinition definition) {
        if (definition.getArgument("first") != null) {
            return asked(field);
        }
        var list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        return list && !IN_CONNECTION.contains(field.getName()) ? SHORT_LIST : 1;
    }

    private long asked(Field field) {
        return field.getArguments().stream()
                .filter(it -> it.getName().equals("first") || it.getName().equals("last"))
                .mapToLong(this::number)
                .max()
                .orElse(Connections.DEFAULT_SIZE);
    }

    private long number(Argument argument) {
        var asked =
                switch (argument.getValue()) {
                    case IntValue literal ->
                            literal.getValue()
                                    .min(BigInteger.valueOf(Integer.MAX_VALUE))
                                    .intValue();
                    case VariableReference variable
                            when variables.get(variable.getName()) instanceof Integer value ->
                            value;
                    default -> Connections.DEFAULT_SIZE;
                };
        return Math.clamp(asked, 1, Connections.LARGEST_SIZE);
    }

    private GraphQLCompositeType composite(String name) {
        return (GraphQLCompositeType)
                Objects.requireNonNull((GraphQLNamedOutputType) schema.getType(name));
    }
}
