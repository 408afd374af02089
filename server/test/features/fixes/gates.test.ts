// Gates that contradict each other, come too early, or are missing.
import { fixes } from "./support.ts";

fixes(
  "a gate that stands there twice",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0) @$0since(version = 1.0.0)
    interface i {}
  `,
  "Remove `@since`",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0) interface i {}
  `,
);

fixes(
  "since a version that is out wins over unstable",
  `
    package a:b@1.0.0;
    @$0since(version = 1.0.0)
    @unstable(feature = x)
    interface i {}
  `,
  "Remove `@unstable`",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "unstable wins where the package has no such version",
  `
    package a:b@1.0.0;
    @$0since(version = 2.0.0)
    @unstable(feature = x)
    interface i {}
  `,
  "Remove `@since`",
  `
    package a:b@1.0.0;
    @unstable(feature = x)
    interface i {}
  `,
);

fixes(
  "deprecated goes with since",
  `
    package a:b@1.0.0;
    @$0deprecated(version = 1.0.0)
    interface i {}
  `,
  "Add `@since(version = 1.0.0)`",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0) @deprecated(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "a version that is not out",
  `
    package a:b@1.0.0;
    $0@since(version = 1.0.1)
    interface i {}
  `,
  "Change the version to 1.0.0, the package's",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "the package comes as far as its gates",
  `
    package a:b@1.0.0;
    $0@since(version = 1.0.1)
    interface i {}
  `,
  "Raise the package's version to 1.0.1",
  `
    package a:b@1.0.1;
    @since(version = 1.0.1)
    interface i {}
  `,
  { preferred: false },
);

fixes(
  "a package without a version has no gates",
  `
    package a:b;
    $0@since(version = 1.0.1)
    interface i {}
  `,
  "Remove `@since`",
  `
    package a:b;
    interface i {}
  `,
  { preferred: false },
);

fixes(
  "or the package gets the gate's version",
  `
    package a:b;
    $0@since(version = 1.0.1)
    interface i {}
  `,
  "Give the package the version 1.0.1",
  `
    package a:b@1.0.1;
    @since(version = 1.0.1)
    interface i {}
  `,
  { preferred: false },
);

fixes(
  "a gate's argument tells which gate was meant",
  `
    package a:b@1.0.0;
    @since($0feature = x)
    interface i {}
  `,
  "Write `@unstable(feature = …)`",
  `
    package a:b@1.0.0;
    @unstable(feature = x)
    interface i {}
  `,
);

fixes(
  "a gate without an argument",
  `
    package a:b@1.0.0;
    @since$0
    interface i {}
  `,
  "Write `@since(version = 1.0.0)`",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "an unknown attribute goes",
  `
    package a:b;
    interface i {
      @$0internal
      f: func();
    }
  `,
  "Remove `@internal`",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "an attribute spelt alike",
  `
    package a:b@1.0.0;
    @$0sinse(version = 1.0.0)
    interface i {}
  `,
  "Did you mean `@since`?",
  `
    package a:b@1.0.0;
    @since(version = 1.0.0)
    interface i {}
  `,
);

fixes(
  "attributes of a package go",
  `
    @since(version = 1.0.0)
    $0package a:b@1.0.0;
  `,
  "Remove the attributes",
  `
    package a:b@1.0.0;
  `,
);

fixes(
  "what names something switched off is switched off too",
  `
    package a:b;
    interface i {
      @unstable(feature = x)
      type t = u32;
      record r { a: $0t }
      f: func() -> r;
    }
  `,
  "Put `@unstable(feature = x)` here and on 1 more that name it",
  `
    package a:b;
    interface i {
      @unstable(feature = x)
      type t = u32;
      @unstable(feature = x)
      record r { a: t }
      @unstable(feature = x)
      f: func() -> r;
    }
  `,
);

fixes(
  "an import of what is switched off",
  `
    package a:b;
    @unstable(feature = x)
    interface i {}
    world w {
      import $0i;
    }
  `,
  "Put `@unstable(feature = x)` here too",
  `
    package a:b;
    @unstable(feature = x)
    interface i {}
    world w {
      @unstable(feature = x)
      import i;
    }
  `,
);

fixes(
  "the gate goes",
  `
    package a:b;
    interface i {
      @unstable(feature = x)
      type t = u32;
      f: func() -> $0t;
    }
  `,
  "Remove the gate of `t`",
  `
    package a:b;
    interface i {
      type t = u32;
      f: func() -> t;
    }
  `,
  { preferred: false },
);

fixes(
  "types of an interface that is switched off are switched off",
  `
    package a:b;
    @unstable(feature = x)
    interface i {
      type $0t = u32;
      type u = string;
    }
  `,
  "Put the gate on each type of `i` too",
  `
    package a:b;
    @unstable(feature = x)
    interface i {
      @unstable(feature = x)
      type t = u32;
      @unstable(feature = x)
      type u = string;
    }
  `,
);
