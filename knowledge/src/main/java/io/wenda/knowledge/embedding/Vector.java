package io.wenda.knowledge.embedding;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A unit vector in eight bits a component, small enough to be compared by a script of the search
 * engine.
 */
public final class Vector {

    /**
     * Components of these models reach 0.52, so nothing is clipped; finer than needed (85.91
     * against 85.88 % for floats).
     */
    private static final float SCALE = 240;

    private static final int OFFSET = 128;

    /** What the integer product of two vectors is divided by to be their cosine. */
    public static final double UNIT = SCALE * SCALE;

    private final byte[] components;

    private Vector(byte[] components) {
        this.components = components;
    }

    static Vector ofUnit(float[] values) {
        var components = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            components[i] = (byte) Math.clamp(Math.round(values[i] * SCALE), -127, 127);
        }
        return new Vector(components);
    }

    /** As {@link #components} gave it. */
    public static Vector of(byte[] components) {
        return new Vector(components.clone());
    }

    /** The vector that points where the sum points. */
    public static Vector direction(float[] sum) {
        return ofUnit(unit(sum));
    }

    static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        var unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = vector[i] * factor;
        }
        return unit;
    }

    /** The sum with this vector in it; without a sum so far, a new one. */
    public float[] addedTo(float @Nullable [] sum) {
        var added = sum == null ? new float[components.length] : sum;
        for (int i = 0; i < components.length; i++) {
            added[i] += components[i];
        }
        return added;
    }

    /** For keeping it. */
    public byte[] components() {
        return components.clone();
    }

    public double cosine(Vector other) {
        int sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return sum / UNIT;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(components);
    }

    /** One character a component, 128 added: the cheapest form that a script parameter can have. */
    public String scriptParameter() {
        var text = new StringBuilder(components.length);
        for (byte component : components) {
            text.append((char) (component + OFFSET));
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vector it && Arrays.equals(components, it.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }
}
