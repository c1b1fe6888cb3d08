package io.wenda.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ONNX Runtime's environment, until the process is gone. The library frees it in a shutdown hook of
 * its own, beside that of Spring, while questions are still being answered: whoever reads then ends
 * the process. Its native side counts who holds it, so one more holder, who never lets go, keeps
 * it.
 *
 * @see <a href="https://github.com/microsoft/onnxruntime/issues/31352">the fault upstream</a>
 */
final class LastingEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(LastingEnvironment.class);
    private static final int WARNING = 2;

    /** Loaded in this order. */
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private static @Nullable OrtEnvironment held;

    private LastingEnvironment() {}

    static synchronized OrtEnvironment get(UnpackedFiles files) {
        var environment = held;
        if (environment == null) {
            LIBRARIES.forEach(library -> place(library, files));
            environment = hold(OrtEnvironment.getEnvironment());
            held = environment;
        }
        return environment;
    }

    /** Else it unpacks itself at each start, into a folder that a killed process leaves behind. */
    private static void place(String library, UnpackedFiles files) {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        var folder = "/ai/onnxruntime/native/linux-" + machine + "/";
        files.kept(folder + System.mapLibraryName(library))
                .map(Path::toString)
                .filter(LastingEnvironment::isLoaded)
                .ifPresent(file ->
                        System.setProperty("onnxruntime.native." + library + ".path", file));
    }

    /** False on a disk from which nothing may be executed. */
    @SuppressWarnings("restricted")
    private static boolean isLoaded(String file) {
        try {
            System.load(file);
            return true;
        } catch (UnsatisfiedLinkError e) {
            LOG.warn("{} cannot be loaded from there: {}", file, e.getMessage());
            return false;
        }
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
