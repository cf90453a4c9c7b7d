package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reads {@code 2 (3 - 1)^2 / 4}: sums, products with and without a sign, powers, brackets and square roots. */
public final class Arithmetic {
    private final String text;
    private int at;

    public Arithmetic(String text) {
        this.text = text.strip();
    }

    public double value() {
        double value = sum();
        assertEquals(text.length(), at, () -> "cannot read " + text.substring(at) + " in " + text);
        return value;
    }

    private double sum() {
        double value = product();
        while (isNext(" + ") || isNext(" - ")) {
            boolean plus = text.charAt(at + 1) == '+';
            at += 3;
            value += plus ? product() : -product();
        }
        return value;
    }

    private double product() {
        double value = power();
        while (isNext(" / ") || isNext(" * ") || (isNext(" ") && !isNext(" +") && !isNext(" -"))) {
            boolean over = isNext(" / ");
            at += over || isNext(" * ") ? 3 : 1;
            double next = power();
            value = over ? value / next : value * next;
        }
        return value;
    }

    private double power() {
        double value = one();
        if (isNext("^2")) {
            at += 2;
            value *= value;
        }
        return value;
    }

    private double one() {
        boolean root = isNext("sqrt(");
        if (root || isNext("(")) {
            at += root ? 5 : 1;
            double inner = sum();
            assertTrue(isNext(")"), () -> text.substring(at) + " in " + text);
            at++;
            return root ? Math.sqrt(inner) : inner;
        }
        int from = at;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at))
                        || text.charAt(at) == '.'
                        || (at == from && text.charAt(at) == '-'))) {
            at++;
        }
        return Double.parseDouble(text.substring(from, at));
    }

    private boolean isNext(String what) {
        return text.startsWith(what, at);
    }
}
