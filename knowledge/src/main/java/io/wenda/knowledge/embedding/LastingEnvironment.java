package io.wenda.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.InaccessibleObjectException;

/**
 * ONNX Runtime's environment, until the process is gone. The library frees it in a shutdown hook of
 * its own, beside that of Spring, while questions are still being answered: whoever reads then ends
 * the process. Its native side counts who holds it, so one more holder, who never lets go, keeps
 * it.
 *
 * @see <a href="https://github.com/microsoft/onnxruntime/issues/31352">the fault upstream</a>
 */
final class LastingEnvironment {
    private static final int WARNING = 2;

    private static final OrtEnvironment HELD = hold(OrtEnvironment.getEnvironment());

    private LastingEnvironment() {}

    static OrtEnvironment get() {
        return HELD;
    }

    private static OrtEnvironment hold(OrtEnvironment environment) {
        try {
            var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            var hold =
                    OrtEnvironment.class.getDeclaredMethod(
                            "createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            hold.setAccessible(true);
            hold.invoke(null, api.getLong(null), WARNING, OrtEnvironment.DEFAULT_NAME);
            return environment;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException("This version of ONNX Runtime cannot be held", e);
        }
    }
}
