package io.wenda.knowledge.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * One BGE model in this process: one text at a time, because the eight-bit models scale by what is
 * in the batch and a text must give the same vector whatever stands beside it. Safe for many
 * threads.
 */
final class Model implements AutoCloseable {

    /** Questions are short; what is longer is judged by its beginning. */
    private static final int MOST_PIECES = 256;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces wordPieces;

    /** Held by who runs the session: to close it under her would end the process. */
    private final ReadWriteLock running = new ReentrantReadWriteLock();

    private boolean closed;

    Model(String name, UnpackedFiles files) {
        environment = LastingEnvironment.get(files);
        try (var options = new OrtSession.SessionOptions();
                var tokenizer = resource(name + "-tokenizer.json")) {
            // one thread a text, callers run in parallel; idle threads that spin would burn a core
            options.setIntraOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            var network = name + ".onnx";
            var kept = files.kept("/" + network);
            session =
                    kept.isPresent()
                            ? environment.createSession(kept.get().toString(), options)
                            : passing(network, options);
            wordPieces = new WordPieces(tokenizer, MOST_PIECES);
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("The embedding model " + name + " cannot be loaded", e);
        }
    }

    /**
     * From a file that is gone afterwards: given as an array the network would be copied twice, and
     * the heap that held it stays.
     */
    private OrtSession passing(String network, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        var file = Files.createTempFile("wenda-", ".onnx");
        try (var packed = resource(network)) {
            Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
            return environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * @throws IllegalStateException when it is closed
     */
    Vector embed(String text) {
        running.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The embedding model is closed");
            }
            return run(text);
        } finally {
            running.readLock().unlock();
        }
    }

    private Vector run(String text) {
        long[] pieces = wordPieces.encode(text);
        var attention = new long[pieces.length];
        Arrays.fill(attention, 1);
        try (var ids = tensor(pieces);
                var mask = tensor(attention);
                var types = tensor(new long[pieces.length])) {
            var inputs = new HashMap<String, OnnxTensor>();
            inputs.put("input_ids", ids);
            inputs.put("attention_mask", mask);
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", types);
            }
            try (var result = session.run(inputs)) {
                return Vector.direction(ofFirstPiece((OnnxTensor) result.get(0)));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed", e);
        }
    }

    @Override
    public void close() throws OrtException {
        running.writeLock().lock();
        try {
            closed = true;
            session.close();
        } finally {
            running.writeLock().unlock();
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** BGE keeps the meaning of the whole text in the vector of its first piece. */
    private static float[] ofFirstPiece(OnnxTensor output) {
        var vector = new float[(int) output.getInfo().getShape()[2]];
        output.getFloatBuffer().get(vector);
        return vector;
    }

    private static InputStream resource(String name) throws IOException {
        var stream = Model.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IOException("No " + name + " on the class path");
        }
        return stream;
    }
}
