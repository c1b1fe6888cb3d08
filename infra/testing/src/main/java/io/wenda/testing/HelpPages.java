package io.wenda.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sentences as they stand in a shop's help pages, a hundred thousand of them, and questions. */
public final class HelpPages {
    private static final List<String> ACTS =
            List.of(
                    "return",
                    "cancel",
                    "repair",
                    "pay for",
                    "insure",
                    "clean",
                    "exchange",
                    "upgrade",
                    "collect",
                    "measure",
                    "rent",
                    "sell",
                    "register",
                    "pack",
                    "track",
                    "assemble",
                    "recycle",
                    "compare",
                    "reserve",
                    "weigh",
                    "unlock",
                    "renew",
                    "refill",
                    "calibrate",
                    "wash",
                    "gift wrap",
                    "engrave",
                    "charge",
                    "store",
                    "connect",
                    "reset",
                    "paint",
                    "sharpen",
                    "share",
                    "order",
                    "review",
                    "trade in",
                    "replace",
                    "sterilise",
                    "dispose of");
    private static final List<String> THINGS =
            List.of(
                    "laptop",
                    "winter coat",
                    "coffee machine",
                    "bicycle",
                    "gift card",
                    "invoice",
                    "garden chair",
                    "pair of shoes",
                    "phone contract",
                    "water filter",
                    "camera",
                    "train ticket",
                    "hotel room",
                    "bag of cat food",
                    "kitchen knife",
                    "school book",
                    "sofa",
                    "night lamp",
                    "guitar",
                    "insurance policy",
                    "tent",
                    "router",
                    "printer",
                    "wine cooler",
                    "baby seat",
                    "drill",
                    "wedding ring",
                    "vacuum cleaner",
                    "carpet",
                    "tablet",
                    "helmet",
                    "piano",
                    "fridge",
                    "mirror",
                    "backpack",
                    "watch",
                    "umbrella",
                    "mattress",
                    "toaster",
                    "lawn mower",
                    "projector",
                    "heater",
                    "microphone",
                    "football",
                    "aquarium",
                    "suitcase",
                    "curtain",
                    "keyboard",
                    "blender",
                    "ladder");
    private static final List<String> CASES =
            List.of(
                    "that came broken",
                    "bought abroad",
                    "without a receipt",
                    "as a student",
                    "after thirty days",
                    "on a Sunday",
                    "for my company",
                    "as a present",
                    "in instalments",
                    "with a voucher",
                    "from another shop",
                    "before a holiday",
                    "that is sold out",
                    "in the wrong colour",
                    "for a friend",
                    "by post",
                    "in the app",
                    "at the counter",
                    "during the sale",
                    "that is second hand",
                    "with express delivery",
                    "to a parcel locker",
                    "in two parts",
                    "by phone",
                    "that was opened",
                    "with a scratch",
                    "under warranty",
                    "out of warranty",
                    "without an account",
                    "with points",
                    "for a museum",
                    "on an island",
                    "in the mountains",
                    "as a business customer",
                    "with a foreign card",
                    "in cash",
                    "overnight",
                    "in the rain",
                    "with a dog",
                    "at the airport",
                    "for a school",
                    "that smells",
                    "in bulk",
                    "with an old coupon",
                    "as a member",
                    "while travelling",
                    "for an event",
                    "that is too small",
                    "in a hurry",
                    "next year");
    private static final List<String> OPENINGS =
            List.of(
                    "can you help me to",
                    "i would like to",
                    "what do i do if i must",
                    "is it possible to",
                    "where can i",
                    "how long does it take to");

    private HelpPages() {}

    public static int all() {
        return ACTS.size() * THINGS.size() * CASES.size();
    }

    /** Different ones, mixed: neighbours in the list have little in common. */
    public static List<String> entries(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(HelpPages::entry).toList();
    }

    private static String entry(int number) {
        // a step that has no divisor in common with the number of sentences visits each once
        var place = (int) (number * 61_357L % all());
        var act = ACTS.get(place % ACTS.size());
        var thing = THINGS.get(place / ACTS.size() % THINGS.size());
        var situation = CASES.get(place / ACTS.size() / THINGS.size());
        return "How do I %s a %s %s?".formatted(act, thing, situation);
    }

    public static String question(Random random) {
        return "%s %s the %s i have, %s"
                .formatted(
                        any(OPENINGS, random),
                        any(ACTS, random),
                        any(THINGS, random),
                        any(CASES, random));
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
