package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.Refusal;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says that something is refused, and how. */
final class Refused {
    private Refused() {}

    static void as(Refusal.Code code, ThrowingCallable work, String... field) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            Assertions.assertThat(refusal.code()).isEqualTo(code);
                            Assertions.assertThat(refusal.field()).containsExactly(field);
                        });
    }
}
