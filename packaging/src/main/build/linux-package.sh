#!/bin/sh
# Makes the .deb: jpackage's own, then the files of the desktop put where Debian looks for them, so that dpkg installs
# and removes them itself and no script has to run.
#
# $1: the app image, $2: the folder of packaging, $3: version
set -e
image=$1
sources=$2/src/main
dist=$(dirname "$image")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Compressed once, at the end.
DPKG_DEB_COMPRESSOR_TYPE=none "${JAVA_HOME:+$JAVA_HOME/bin/}jpackage" --type deb --name unfold --app-version "$3" \
    --vendor Unfold --description 'See that a residual network and a recurrent network are the same thing' \
    --app-image "$image" --dest "$work" --resource-dir "$sources/jpackage/linux" --linux-package-name unfold \
    --linux-deb-maintainer maintainers@unfoldlab.org --linux-app-category science \
    --license-file "$2/../LICENSE" --about-url https://arxiv.org/abs/1604.03640
root=$work/root
dpkg-deb -R "$work"/unfold_*.deb "$root"
for script in preinst postinst prerm postrm; do
    rm -f "$root/DEBIAN/$script"
done
mkdir -p "$root/usr/bin" "$root/usr/share/doc/unfold"
ln -s /opt/unfold/lib/unfold.sh "$root/usr/bin/unfold"
install -Dm644 "$sources/linux/unfold.desktop" "$root/usr/share/applications/unfold.desktop"
install -Dm644 "$sources/linux/unfold.xml" "$root/usr/share/mime/packages/unfold.xml"
install -Dm644 "$sources/linux/copyright" "$root/usr/share/doc/unfold/copyright"
rm -rf "$root/opt/unfold/share"
icons=$root/usr/share/icons/hicolor
for icon in "$sources"/icons/unfold-*.png; do
    size=${icon##*-}
    size=${size%.png}
    install -Dm644 "$icon" "$icons/${size}x$size/apps/unfold.png"
    install -Dm644 "$icon" "$icons/${size}x$size/mimetypes/application-x-unfold.png"
done
install -Dm644 "$sources/icons/icon.svg" "$icons/scalable/apps/unfold.svg"
install -Dm644 "$sources/icons/icon.svg" "$icons/scalable/mimetypes/application-x-unfold.svg"
sed -i "s/^Installed-Size:.*/Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)/" "$root/DEBIAN/control"
# Most of it is compressed already: more than level 1 takes three minutes for 2 % of the size.
rm -f "$dist"/*.deb
dpkg-deb --root-owner-group -Zxz -z1 -b "$root" "$dist"
ls -l "$dist"/*.deb
