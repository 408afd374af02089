// Types, accessors and resources that can't be.
import { fixes } from "./support.ts";

fixes(
  "an empty record gets a field",
  `
    package a:b;
    interface i {
      record $0r {}
    }
  `,
  "Add a field: `value: u32`",
  `
    package a:b;
    interface i {
      record r { value: u32 }
    }
  `,
);

fixes(
  "an empty enum over two lines",
  `
    package a:b;
    interface i {
      enum $0e {
      }
    }
  `,
  "Add a case: `none`",
  `
    package a:b;
    interface i {
      enum e {
        none,
      }
    }
  `,
);

fixes(
  "an empty type that nothing names goes",
  `
    package a:b;
    interface i {
      flags $0f {}
      g: func();
    }
  `,
  "Remove the empty flags",
  `
    package a:b;
    interface i {
      g: func();
    }
  `,
  { preferred: false },
);

fixes(
  "an empty tuple is nothing",
  `
    package a:b;
    interface i {
      f: func() -> $0tuple<>;
    }
  `,
  "Return nothing",
  `
    package a:b;
    interface i {
      f: func();
    }
  `,
);

fixes(
  "a getter takes nothing",
  `
    package a:b;
    interface i {
      x: get($0a: u32) -> u32;
    }
  `,
  "Remove the parameters",
  `
    package a:b;
    interface i {
      x: get() -> u32;
    }
  `,
);

fixes(
  "a getter returns what its setter takes",
  `
    package a:b;
    interface i {
      x: $0get();
      x: set(a: string);
    }
  `,
  "Return a value: `-> string`",
  `
    package a:b;
    interface i {
      x: get() -> string;
      x: set(a: string);
    }
  `,
);

fixes(
  "a setter takes what its getter returns",
  `
    package a:b;
    interface i {
      x: get() -> string;
      x: $0set();
    }
  `,
  "Take a value: `value: string`",
  `
    package a:b;
    interface i {
      x: get() -> string;
      x: set(value: string);
    }
  `,
);

fixes(
  "a setter takes one value",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32, $0b: u32);
    }
  `,
  "Keep only the parameter `a`",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32);
    }
  `,
);

fixes(
  "a setter returns nothing",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32) -> $0u32;
    }
  `,
  "Return nothing",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32);
    }
  `,
);

fixes(
  "a setter's result has no ok type",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32) -> $0result<u32, string>;
    }
  `,
  "Return `result<_, string>`",
  `
    package a:b;
    interface i {
      x: get() -> u32;
      x: set(a: u32) -> result<_, string>;
    }
  `,
);

fixes(
  "what can be set can be read",
  `
    package a:b;
    interface i {
      resource r {
        $0x: static set(a: u32);
      }
    }
  `,
  "Add a getter: `x: get() -> u32`",
  `
    package a:b;
    interface i {
      resource r {
        x: static get() -> u32;
        x: static set(a: u32);
      }
    }
  `,
);

fixes(
  "a constructor returns nothing",
  `
    package a:b;
    interface i {
      resource r {
        constructor() -> $0u32;
      }
    }
  `,
  "Return nothing: a constructor gives its resource anyway",
  `
    package a:b;
    interface i {
      resource r {
        constructor();
      }
    }
  `,
);

fixes(
  "a constructor's result is its resource",
  `
    package a:b;
    interface i {
      resource r {
        constructor() -> result<$0u32, string>;
      }
    }
  `,
  "Return `result<r, string>`",
  `
    package a:b;
    interface i {
      resource r {
        constructor() -> result<r, string>;
      }
    }
  `,
);

fixes(
  "only resources are handles",
  `
    package a:b;
    interface i {
      type t = u32;
      f: func(a: list<borrow<$0t>>);
    }
  `,
  "Remove `borrow`: only resources are passed as handles",
  `
    package a:b;
    interface i {
      type t = u32;
      f: func(a: list<t>);
    }
  `,
);

fixes(
  "a borrow can't be returned, nor through an alias",
  `
    package a:b;
    interface i {
      resource r;
      type t = option<borrow<r>>;
      f: func() -> $0list<t>;
    }
  `,
  "Return the resource itself: `r`",
  `
    package a:b;
    interface i {
      resource r;
      type t = option<r>;
      f: func() -> list<t>;
    }
  `,
);

fixes(
  "an alias is no key",
  `
    package a:b;
    interface i {
      type k = u8;
      f: func() -> map<$0k, u8>;
    }
  `,
  "Use `u8` as the key",
  `
    package a:b;
    interface i {
      type k = u8;
      f: func() -> map<u8, u8>;
    }
  `,
);

fixes(
  "a list without a length",
  `
    package a:b;
    interface i {
      f: func() -> list<u8, $04294967296>;
    }
  `,
  "Leave the length open",
  `
    package a:b;
    interface i {
      f: func() -> list<u8>;
    }
  `,
);

fixes(
  "a setter is static where its getter is",
  `
    package a:b;
    interface i {
      resource r {
        size: static get() -> u8;
        $0size: set(value: u8);
      }
    }
  `,
  "Make the setter static, as the getter is",
  `
    package a:b;
    interface i {
      resource r {
        size: static get() -> u8;
        size: static set(value: u8);
      }
    }
  `,
);

fixes(
  "a setter is not static where its getter is not",
  `
    package a:b;
    interface i {
      resource r {
        size: get() -> u8;
        $0size: static set(value: u8);
      }
    }
  `,
  "Make the setter not static, as the getter is",
  `
    package a:b;
    interface i {
      resource r {
        size: get() -> u8;
        size: set(value: u8);
      }
    }
  `,
);
