package io.wenda.knowledge.embedding;

import java.util.Base64;

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
}
