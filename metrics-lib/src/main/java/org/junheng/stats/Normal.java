package org.junheng.stats;

/** The standard normal distribution. */
public final class Normal {
    /** Its 97.5 % point. */
    public static final double Z_975 = 1.959963984540054;
    /** Its 80 % point. */
    public static final double Z_80 = 0.8416212335729143;

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double NEAR = 0.67448975;
    private static final double FAR = Math.sqrt(32);

    /** Beyond it lies less than the smallest double. */
    private static final double OUT_OF_SIGHT = 40;

    /** Numerators and denominators of Cody, the highest power first; the denominators begin with 1. */
    private static final double[] NEAR_OVER = {
        0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356
    };

    private static final double[] NEAR_UNDER = {
        1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673
    };

    private static final double[] OVER = {
        1.0765576773720192e-8,
        0.39894151208813466,
        8.883149794388377,
        93.50665613217785,
        597.2702763948002,
        2494.5375852903726,
        6848.190450536283,
        11602.65143764735,
        9842.714838383978
    };

    private static final double[] UNDER = {
        1,
        22.266688044328117,
        235.387901782625,
        1519.3775994075547,
        6485.558298266761,
        18615.571640885097,
        34900.95272114598,
        38912.00328609327,
        19685.429676859992
    };

    private static final double[] FAR_OVER = {
        0.023073441764940174,
        0.215898534057957,
        0.12740116116024736,
        0.022235277870649807,
        0.0014216191932278934,
        2.9112874951168793e-5
    };

    private static final double[] FAR_UNDER = {
        1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5
    };

    private Normal() {}

    public static double density(double z) {
        return Math.exp(-z * z / 2) / ROOT_OF_TWO_PI;
    }

    /** The probability of a number up to z, to 15 digits also in the tails, by the rational approximations of Cody (1969). */
    public static double cdf(double z) {
        double away = Math.abs(z);
        if (away <= NEAR) {
            double square = z * z;
            return 0.5 + z * polynomial(NEAR_OVER, square) / polynomial(NEAR_UNDER, square);
        }
        double tail = tail(away);
        return z < 0 ? tail : 1 - tail;
    }

    private static double tail(double z) {
        if (z <= FAR) {
            return bell(z) * polynomial(OVER, z) / polynomial(UNDER, z);
        }
        if (z > OUT_OF_SIGHT) {
            return 0;
        }
        double square = 1 / (z * z);
        double rest = square * polynomial(FAR_OVER, square) / polynomial(FAR_UNDER, square);
        return bell(z) * (1 / ROOT_OF_TWO_PI - rest) / z;
    }

    /** {@code exp(-z^2 / 2)}: the square is taken of sixteenths, which is exact, and of the little that is left. */
    private static double bell(double z) {
        double sixteenths = Math.floor(z * 16) / 16;
        return Math.exp(-sixteenths * sixteenths / 2) * Math.exp(-(z - sixteenths) * (z + sixteenths) / 2);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
