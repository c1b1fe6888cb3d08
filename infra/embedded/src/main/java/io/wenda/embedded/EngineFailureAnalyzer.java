package io.wenda.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets an application that gets no engines say why, instead of showing a stack. */
final class EngineFailureAnalyzer extends AbstractFailureAnalyzer<IllegalStateException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, IllegalStateException cause) {
        return switch (cause) {
            case DataFolderInUse inUse ->
                    new FailureAnalysis(inUse.getMessage(), "./wenda doctor says more.", inUse);
            case EngineFailed failed ->
                    new FailureAnalysis(failed.getMessage(), "./wenda doctor says more.", failed);
            default -> null;
        };
    }
}
