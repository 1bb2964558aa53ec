import java.io.File;
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks the veraPDF engine whether files keep to a standard: {@code Conformance 3a,ua1 FILE.pdf...}
 *
 * <p>Status 0: every file keeps to every standard named. 1: one does not, and its broken rules are printed, each
 * once, by clause of the standard. 2: the question was wrong.
 */
public final class Conformance {
    private Conformance() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: Conformance FLAVOUR[,FLAVOUR...] FILE.pdf...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean conformant = true;
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("unknown flavour: " + name);
                System.exit(2);
            }
            for (int i = 1; i < arguments.length; i++) {
                conformant &= keeps(new File(arguments[i]), flavour);
            }
        }
        System.exit(conformant ? 0 : 1);
    }

    private static boolean keeps(File file, PDFAFlavour flavour) {
        try (FileInputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "conformant" : "NOT conformant";
            System.out.printf("%s: %s, %d checks (%s)%n", flavour, verdict, result.getTotalAssertions(), file.getName());
            broken(result).forEach((rule, what) -> System.out.println("  " + rule + ": " + what));
            // An engine that looked at nothing has found nothing good.
            return result.isCompliant() && result.getTotalAssertions() > 0;
        } catch (Exception exception) {
            System.out.printf("%s: cannot be judged: %s (%s)%n", flavour, exception, file.getName());
            return false;
        }
    }

    /** The first break of each rule, by clause and number of its test. */
    private static Map<String, String> broken(ValidationResult result) {
        Map<String, String> broken = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                String what = assertion.getMessage() + " at " + assertion.getLocation().getContext();
                broken.putIfAbsent(rule, what.replace('\n', ' '));
            }
        }
        return broken;
    }
}
