package io.wenda.knowledge.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which results to list; what is absent does not narrow. */
public record ResultFilter(@Nullable Boolean passed, @Nullable List<Effect> effects) {

    /** Every result. */
    public static final ResultFilter NONE = new ResultFilter(null, null);
}
