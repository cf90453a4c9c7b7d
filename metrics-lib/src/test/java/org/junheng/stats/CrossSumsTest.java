package org.junheng.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSumsTest {
    /** (1, 10), (2, 30), (4, 20): sums 7 and 60, products 21, 150, 1400. */
    private static CrossSums three() {
        return new CrossSums(2).add(1, 10).add(2, 30).add(4, 20);
    }

    @Test
    void holdCountSumsAndProducts() {
        CrossSums sums = three();
        assertEquals(3, sums.n());
        assertEquals(7.0, sums.sum(0).doubleValue());
        assertEquals(60.0, sums.sum(1).doubleValue());
        assertEquals(21.0, sums.product(0, 0).doubleValue());
        assertEquals(150.0, sums.product(1, 0).doubleValue());
        assertEquals(150.0, sums.product(0, 1).doubleValue());
        assertEquals(1400.0, sums.product(1, 1).doubleValue());
        assertEquals(20.0, sums.mean(1));
    }

    @Test
    void centreWithoutRounding() {
        assertEquals(7 - 3 * 0.5, three().centredSum(0, 0.5).doubleValue());
        assertEquals(
                150 - 0.5 * 60 - 4 * 7 + 3 * 0.5 * 4,
                three().centredProduct(0, 0.5, 1, 4).doubleValue());
    }

    @Test
    void takeConstantsAsFurtherVariables() {
        CrossSums wider = three().select(new int[] {0, 1, 2, 3}, 1, -2.5);
        assertEquals(4, wider.variables());
        assertEquals(3.0, wider.sum(2).doubleValue());
        assertEquals(-7.5, wider.sum(3).doubleValue());
        assertEquals(-2.5 * 60, wider.product(1, 3).doubleValue());
        assertEquals(-7.5, wider.product(2, 3).doubleValue());
        assertEquals(18.75, wider.product(3, 3).doubleValue());
        assertEquals(150.0, wider.product(0, 1).doubleValue());
    }

    /** What is found by {@link CrossSums#select} is what adding the constants with every unit gives, to the last bit. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.3, 1e200, 0x1p-1074})
    void takeAConstantAsIfItWereAddedWithEveryUnit(double constant) {
        double[][] units = {{0.1, -60.37}, {0, 1e-300}, {3, 0}, {-1e150, 7}};
        CrossSums two = new CrossSums(2);
        CrossSums added = new CrossSums(3);
        for (double[] unit : units) {
            two.add(unit);
            added.add(unit[0], constant, unit[1]);
        }
        CrossSums selected = two.select(new int[] {0, 2, 1}, constant);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    0, added.sum(i).toBigDecimal().compareTo(selected.sum(i).toBigDecimal()));
            for (int j = 0; j <= i; j++) {
                BigDecimal product = added.product(i, j).toBigDecimal();
                assertEquals(0, product.compareTo(selected.product(i, j).toBigDecimal()), i + " " + j);
            }
        }
    }

    @Test
    void zerosTakeNoRoomAndAreCounted() {
        CrossSums zeros = new CrossSums(2).add(0, 0).add(0, -0.0);
        assertEquals(2, zeros.n());
        assertEquals(0.0, zeros.product(0, 1).doubleValue());
        assertEquals(5.0, zeros.add(5, 1).sum(0).doubleValue());
        assertEquals(25.0, zeros.product(0, 0).doubleValue());
    }

    @Test
    void selectInAnyOrder() {
        CrossSums turned = three().select(1, 0);
        assertEquals(3, turned.n());
        assertEquals(60.0, turned.sum(0).doubleValue());
        assertEquals(150.0, turned.product(0, 1).doubleValue());
        assertEquals(21.0, turned.product(1, 1).doubleValue());
    }

    @Test
    void surviveMergingWritingAndReading() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        three().write(new DataOutputStream(bytes));
        CrossSums read = CrossSums.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        CrossSums merged = read.merge(three());
        assertEquals(6, merged.n());
        assertEquals(14.0, merged.sum(0).doubleValue());
        assertEquals(300.0, merged.product(0, 1).doubleValue());
    }

    @Test
    void refuseAnotherNumberOfVariables() {
        assertThrows(IllegalArgumentException.class, () -> three().add(1));
        assertThrows(IllegalArgumentException.class, () -> three().merge(new CrossSums(1)));
    }
}
