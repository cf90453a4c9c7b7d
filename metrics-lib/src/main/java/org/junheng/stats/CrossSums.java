package org.junheng.stats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Count, exact sums and exact sums of products of a few variables: all that a linear model needs of a group of units. */
public final class CrossSums {
    private final int variables;
    private long n;

    /** The sums, then the products. */
    private final ExactSums all;

    public CrossSums(int variables) {
        this(variables, 0, new ExactSums(count(variables)));
    }

    private CrossSums(int variables, long n, ExactSums all) {
        this.variables = variables;
        this.n = n;
        this.all = all;
    }

    public int variables() {
        return variables;
    }

    public long n() {
        return n;
    }

    public ExactSum sum(int i) {
        return all.sum(i);
    }

    public ExactSum product(int i, int j) {
        return all.sum(at(i, j));
    }

    /** Adds one unit. */
    public CrossSums add(double... values) {
        require(values.length);
        long[] significands = new long[variables];
        int[] exponents = new int[variables];
        for (int j = 0; j < variables; j++) {
            significands[j] = ExactSum.significand(values[j]);
            exponents[j] = ExactSum.exponent(values[j]);
        }
        n++;
        for (int j = 0; j < variables; j++) {
            all.add(j, significands[j], exponents[j]);
            for (int i = 0; i <= j; i++) {
                all.addProduct(at(i, j), significands[i], significands[j], exponents[i] + exponents[j]);
            }
        }
        return this;
    }

    public CrossSums merge(CrossSums other) {
        require(other.variables);
        n += other.n;
        all.merge(other.all);
        return this;
    }

    /** The chosen variables in the given order. */
    public CrossSums select(int... chosen) {
        return select(chosen, new double[0]);
    }

    /**
     * The chosen variables in the given order.
     *
     * @param constants further variables that have one value for all units, numbered on from the own ones
     */
    public CrossSums select(int[] chosen, double... constants) {
        CrossSums selected = new CrossSums(chosen.length, n, all.zeros(count(chosen.length)));
        for (int j = 0; j < chosen.length; j++) {
            if (chosen[j] < variables) {
                selected.all.merge(j, all, chosen[j]);
            } else if (constants[chosen[j] - variables] != 0) {
                selected.all.merge(j, ExactSum.ofProduct(constants[chosen[j] - variables], (double) n));
            }
            for (int i = 0; i <= j; i++) {
                select(selected, i, chosen[i], j, chosen[j], constants);
            }
        }
        return selected;
    }

    private void select(CrossSums selected, int i, int of, int j, int and, double... constants) {
        int place = selected.at(i, j);
        if (Math.max(of, and) < variables) {
            selected.all.merge(place, all, at(of, and));
            return;
        }
        double constant = constants[Math.max(of, and) - variables];
        int varying = of < and ? i : j;
        if (constant == 1) {
            selected.all.merge(place, selected.all, varying);
        } else if (constant != 0) {
            selected.all.merge(place, new ExactSum().addTimes(selected.sum(varying), constant));
        }
    }

    /** The exact {@code sum((x_i - a) (x_j - b))}. */
    public ExactSum centredProduct(int i, double a, int j, double b) {
        return product(i, j).addTimes(sum(i), -b).addTimes(sum(j), -a).addTimes(ExactSum.ofProduct(a, b), (double) n);
    }

    /** The exact {@code sum(x_i - a)}. */
    public ExactSum centredSum(int i, double a) {
        return sum(i).addProduct(-a, (double) n);
    }

    /** The mean of variable i. */
    public double mean(int i) {
        double near = sum(i).doubleValue() / n;
        return near + centredSum(i, near).doubleValue() / n;
    }

    public void write(DataOutput out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + all.bytes()).putLong(n);
        all.put(bytes);
        out.writeInt(variables);
        out.writeInt(bytes.capacity());
        out.write(bytes.array());
    }

    public static CrossSums read(DataInput in) throws IOException {
        int variables = in.readInt();
        byte[] written = new byte[in.readInt()];
        in.readFully(written);
        ByteBuffer bytes = ByteBuffer.wrap(written);
        return new CrossSums(variables, bytes.getLong(), ExactSums.of(count(variables), bytes));
    }

    private static int count(int variables) {
        return variables + variables * (variables + 1) / 2;
    }

    private int at(int i, int j) {
        return i <= j ? variables + j * (j + 1) / 2 + i : at(j, i);
    }

    private void require(int given) {
        if (given != variables) {
            throw new IllegalArgumentException(given + " values for " + variables + " variables");
        }
    }
}
