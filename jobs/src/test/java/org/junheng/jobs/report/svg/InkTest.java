package org.junheng.jobs.report.svg;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The contrast that WCAG 2 demands on white: 4.5 for letters, 3 for shapes. */
class InkTest {
    @Test
    void lettersAreLegible() {
        Ink.LINES.forEach(colour -> atLeast(4.5, colour));
        List.of(Ink.TEXT, Ink.SOFT, Ink.BLUE, Ink.BROWN).forEach(colour -> atLeast(4.5, colour));
    }

    @Test
    void shapesAreSeen() {
        List.of(Ink.GREY, Ink.AXIS).forEach(colour -> atLeast(3, colour));
    }

    private static void atLeast(double contrast, String colour) {
        double known = 1.05 / (luminance(colour) + 0.05);
        assertTrue(known >= contrast, colour + " has a contrast of " + known);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
