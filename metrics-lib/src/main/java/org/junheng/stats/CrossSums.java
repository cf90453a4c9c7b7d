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
        if (n++ == 0) {
            makeRoom(significands, exponents);
        }
        for (int j = 0; j < variables; j++) {
            all.add(j, significands[j], exponents[j]);
            for (int i = 0; i <= j; i++) {
                all.addProduct(at(i, j), significands[i], significands[j], exponents[i] + exponents[j]);
            }
        }
        return this;
    }

    /** For the words that one unit needs: others like it will hardly need more. */
    private void makeRoom(long[] significands, int[] exponents) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int j = 0; j < variables; j++) {
            for (int i = 0; significands[j] != 0 && i <= j; i++) {
                int zeros = Long.numberOfTrailingZeros(significands[i]) + Long.numberOfTrailingZeros(significands[j]);
                int product = exponents[i] + exponents[j];
                lowest = Math.min(lowest, Math.min(exponents[j], product + Math.min(53, zeros)));
                highest = Math.max(highest, Math.max(exponents[j], product + 53));
            }
        }
        if (lowest <= highest) {
            all.makeRoom(lowest, highest);
        }
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
        return new CrossSums(chosen.length, 0, all.zeros(count(chosen.length))).mergeSelected(this, chosen, constants);
    }

    /** Adds what {@link #select} would give of others. */
    public CrossSums mergeSelected(CrossSums others, int[] chosen, double... constants) {
        require(chosen.length);
        n += others.n;
        for (int j = 0; j < chosen.length; j++) {
            others.addTo(this, j, chosen[j], others.constant(chosen[j], constants), 1);
            for (int i = 0; i <= j; i++) {
                int of = Math.min(chosen[i], chosen[j]);
                int and = Math.max(chosen[i], chosen[j]);
                if (and < others.variables) {
                    all.merge(at(i, j), others.all, others.at(of, and));
                } else {
                    double one = others.constant(of, constants);
                    others.addTo(this, at(i, j), of, one, others.constant(and, constants));
                }
            }
        }
        return this;
    }

    private double constant(int variable, double... constants) {
        return variable < variables ? 1 : constants[variable - variables];
    }

    /** Adds to a place of others the sum of a variable, or the number of units where it is none of the own ones, times two factors. */
    private void addTo(CrossSums others, int place, int variable, double one, double other) {
        boolean own = variable < variables;
        if (own && one == 1 && other == 1) {
            others.all.merge(place, all, variable);
        } else if (one != 0 && other != 0) {
            ExactSum sum = own ? sum(variable) : new ExactSum().add((double) n);
            others.all.merge(place, times(times(sum, one), other));
        }
    }

    private static ExactSum times(ExactSum sum, double factor) {
        return factor == 1 ? sum : new ExactSum().addTimes(sum, factor);
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
