package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.entry.Categories;
import io.wenda.knowledge.entry.Category;
import io.wenda.knowledge.entry.Tag;
import io.wenda.tenant.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Where entries are filed. */
@Controller
class CategoryController {
    private final Categories categories;
    private final Once once;

    CategoryController(Categories categories, Once once) {
        this.categories = categories;
        this.once = once;
    }

    record MoveKnowledgeCategoryInput(String from, @Nullable String to) {}

    record MoveKnowledgeCategoryPayload(int moved) {}

    @QueryMapping
    List<Category> knowledgeCategoryTree(Caller caller) {
        return categories.tree(caller);
    }

    @QueryMapping
    List<Tag> knowledgeTags(Caller caller) {
        return categories.tags(caller);
    }

    @MutationMapping
    MoveKnowledgeCategoryPayload moveKnowledgeCategory(
            @Argument MoveKnowledgeCategoryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        // how many they were is all there is to remember
        return once.of(
                field,
                () ->
                        new MoveKnowledgeCategoryPayload(
                                categories.move(caller, input.from(), input.to())),
                payload -> List.of(new UUID(0, payload.moved())),
                ids ->
                        new MoveKnowledgeCategoryPayload(
                                (int) ids.getFirst().getLeastSignificantBits()));
    }
}
